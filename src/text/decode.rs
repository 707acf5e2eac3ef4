//! From the bytes of a file to its characters. A file is known by what is in it and not by its name, since a thesis
//! arrives as `final_v7` as often as under a name that says what it is; and what is no text is refused in words that
//! say how to get one, for a window full of `PK♥♦` helps nobody.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use memchr::memmem;

use super::SourceText;

/// The largest file that is opened, in bytes: a hundred times the longest thesis.
pub const LARGEST: usize = 256 << 20;

/// The encodings that the menu offers, the likeliest first. Others may be named in a sidecar.
pub const OFFERED: &[&str] = &[
    "utf-8",
    "utf-16le",
    "utf-16be",
    "windows-1252",
    "iso-8859-15",
    "macintosh",
    "iso-8859-2",
    "windows-1250",
    "iso-8859-4",
    "windows-1257",
    "iso-8859-16",
    "windows-1251",
    "koi8-r",
    "koi8-u",
    "iso-8859-5",
    "ibm866",
    "x-mac-cyrillic",
    "windows-1253",
    "iso-8859-7",
    "windows-1254",
    "windows-1255",
    "iso-8859-8",
    "windows-1256",
    "iso-8859-6",
    "windows-1258",
    "windows-874",
    "gbk",
    "gb18030",
    "big5",
    "shift_jis",
    "euc-jp",
    "iso-2022-jp",
    "euc-kr",
];

/// Why a file is not opened: what it is, and what the reader can do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A PDF.
    #[error("This is a PDF, which cannot be opened for now: save it as plain text, for instance with pdftotext, and open that.")]
    Pdf,
    /// A Word document, `.docx`.
    #[error("This is a Word document (.docx), which cannot be opened for now: save it in Word as plain text, and open that.")]
    Docx,
    /// An OpenDocument text, `.odt`.
    #[error("This is an OpenDocument text (.odt), which cannot be opened for now: save it in LibreOffice as plain text, and open that.")]
    Odt,
    /// An e-book, `.epub`.
    #[error("This is an e-book (.epub), which cannot be opened for now: save it as plain text, for instance with Calibre, and open that.")]
    Epub,
    /// Text in UTF-32, which is hardly in use.
    #[error("This is a text in the rare encoding UTF-32, which cannot be read: save it as UTF-8, and open that.")]
    Utf32,
    /// Anything else that is no text.
    #[error("This is {what} and not a plain text: {mend}.")]
    OtherBinary {
        /// What it is, with its article.
        what: &'static str,
        /// What to do.
        mend: &'static str,
    },
    /// No characters, or white space only.
    #[error("There are no words in this file: if it was made from a scanned PDF, run text recognition (OCR) on that first.")]
    Empty,
    /// More than [`LARGEST`].
    #[error("This file has {megabytes} MB, and {most} MB is the most that can be opened: split it, and open the parts.", most = LARGEST >> 20)]
    TooLarge {
        /// Its size.
        megabytes: u64,
    },
}

impl Refusal {
    /// The refusal of a file of `len` bytes, known before any of it is read; `None` when it is not too large.
    pub fn of_size(len: u64) -> Option<Self> {
        (len > LARGEST as u64).then_some(Self::TooLarge { megabytes: len.div_ceil(1 << 20) })
    }
}

/// A file as text.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The text.
    pub source: SourceText,
    /// How many characters stand for bytes that mean nothing in its encoding (U+FFFD). More than a few: it is another one.
    pub replaced: usize,
    /// Whether the encoding is a guess: neither chosen, nor marked in the file, nor proved by its bytes.
    pub guessed: bool,
}

/// The text of a file. With a `chosen` encoding, that one; else what the file itself shows.
pub fn decode(bytes: &[u8], chosen: Option<&'static Encoding>) -> Result<Decoded, Refusal> {
    if let Some(refusal) = Refusal::of_size(bytes.len() as u64).or_else(|| known_format(bytes)) {
        return Err(refusal);
    }
    let (encoding, guessed) = match chosen {
        // Zeros that UTF-16 explains are the reader's own affair: another choice mends the view.
        Some(encoding) if is_utf16(encoding) || utf16_by_zeros(bytes).is_some() || !has_zeros(bytes) => (encoding, false),
        Some(_) => return Err(UNKNOWN),
        None => detect(bytes)?,
    };
    let (text, malformed) = encoding.decode_with_bom_removal(bytes);
    if text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
        return Err(Refusal::Empty);
    }
    let replaced = if malformed { replacements(&text, bytes, encoding) } else { 0 };
    Ok(Decoded { source: SourceText::new(&text, encoding), replaced, guessed })
}

/// The encoding called `label`, by any of the names that browsers know.
pub fn encoding_named(label: &str) -> Option<&'static Encoding> {
    // "replacement" is what browsers make of encodings that are unsafe to show on a web page; it decodes nothing.
    Encoding::for_label(label.as_bytes()).filter(|&encoding| encoding != encoding_rs::REPLACEMENT)
}

/// CRLF and CR as LF.
pub fn normalise_newlines(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// The encoding that the bytes show, and whether it is a guess.
fn detect(bytes: &[u8]) -> Result<(&'static Encoding, bool), Refusal> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    if let Some(encoding) = marked.filter(|&encoding| is_utf16(encoding)) {
        return Ok((encoding, false));
    }
    if marked.is_none() && has_zeros(bytes) {
        return utf16_by_zeros(bytes).map(|encoding| (encoding, true)).ok_or(UNKNOWN);
    }
    if has_zeros(bytes) {
        return Err(UNKNOWN);
    }
    if marked.is_some() || is_utf8(bytes) {
        return Ok((UTF_8, false));
    }
    // Eight-bit text has next to no control characters; compressed data has them throughout.
    if bytes.iter().filter(|&&byte| is_control(char::from(byte))).count() > bytes.len() / 50 + 1 {
        return Err(UNKNOWN);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Ok((detector.guess(None, Utf8Detection::Deny), true))
}

/// Whether this is UTF-8, be it with a few damaged places: one bad byte must not turn every "é" of a thesis into "Ã©".
fn is_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        // Characters of several bytes are what other encodings hardly ever form by chance.
        good += chunk.valid().bytes().filter(|&byte| byte >= 0xC0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad == 0 || bad * 20 <= good
}

fn is_utf16(encoding: &Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE
}

/// Whether there are zero bytes, other than a stray one in a long text as broken fonts of a PDF leave behind.
fn has_zeros(bytes: &[u8]) -> bool {
    let zeros = memchr::memchr_iter(0, bytes).count();
    zeros > bytes.len() / 1000 || (zeros > 0 && !is_utf8(bytes))
}

/// UTF-16 without a mark, told by what its zero bytes make of each pair.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = memchr::memchr_iter(0, bytes).count();
    let controls = bytes.iter().filter(|&&byte| byte != 0 && is_control(char::from(byte))).count();
    // A text of single bytes with a few zeros in it would pass for Chinese.
    if zeros == 0 || (zeros * 4 < bytes.len() && controls * 50 < bytes.len() && is_utf8(bytes)) {
        return None;
    }
    // White space decides: turned round, it is characters that hardly any text has. Without any, Latin letters do.
    let count = |wanted: fn(u8) -> bool, first: usize| {
        bytes.as_chunks::<2>().0.iter().filter(|pair| pair[first] == 0 && wanted(pair[1 - first])).count()
    };
    let space = |byte: u8| matches!(byte, b' ' | b'\n' | b'\r');
    let letter = |byte: u8| byte.is_ascii_graphic();
    let little = (count(space, 1), count(letter, 1));
    let big = (count(space, 0), count(letter, 0));
    let (encoding, more, fewer) = if little > big { (UTF_16LE, little, big) } else { (UTF_16BE, big, little) };
    if more == (0, 0) || fewer.0 * 20 > more.0 {
        return None;
    }
    let (text, malformed) = encoding.decode_without_bom_handling(bytes);
    // A file cut in the middle of its last character is still text.
    if malformed && text.chars().filter(|&c| c == '\u{fffd}').count() > 1 {
        return None;
    }
    let strange = |&c: &char| is_control(c) || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{ffff}');
    (text.chars().filter(strange).count() <= text.len() / 200).then_some(encoding)
}

/// UTF-32, whose zeros would pass for those of UTF-16 or of a binary file.
fn is_utf32(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xFF, 0xFE, 0, 0]) || bytes.starts_with(&[0, 0, 0xFE, 0xFF]) {
        return true;
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return false;
    }
    // Two letters of UTF-16 taken together may pass for one, but hardly for one of the planes in use.
    let in_use = |c: char| c < '\u{20000}' && !is_control(c);
    let units = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes).as_chunks::<4>().0;
    let text = |unit: fn([u8; 4]) -> u32| units.iter().all(|&four| char::from_u32(unit(four)).is_some_and(in_use));
    bytes.len().is_multiple_of(4) && !units.is_empty() && (text(u32::from_le_bytes) || text(u32::from_be_bytes))
}

/// Control characters that no text has.
fn is_control(c: char) -> bool {
    c < ' ' && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1b}')
}

/// U+FFFD that decoding put in; those that the file itself has do not count.
fn replacements(text: &str, bytes: &[u8], encoding: &Encoding) -> usize {
    let own = if encoding == UTF_8 { memmem::find_iter(bytes, "\u{fffd}").count() } else { 0 };
    memmem::find_iter(text.as_bytes(), "\u{fffd}").count().saturating_sub(own)
}

const SAVE_AS: &str = "open it in the program it was made with, save it there as plain text, and open that";
const OCR: &str = "run text recognition (OCR) on it, and open the text that comes of it";
const UNPACK: &str = "unpack it, and open a text that is in it";
const NO_WORDS: &str = "choose the file that holds the words";
const UNKNOWN: Refusal = Refusal::OtherBinary { what: "a binary file of an unknown kind", mend: SAVE_AS };

/// First bytes that name a format, with what it is and what to do.
const MAGIC: &[(&[u8], &str, &str)] = &[
    (b"{\\rtf", "an RTF document", SAVE_AS),
    (b"%!PS", "a PostScript file", "turn it into plain text, for instance with ps2ascii, and open that"),
    (b"\xF7\x02", "a DVI file of TeX", "open the TeX source, or turn it into plain text, for instance with dvi2tty"),
    (b"AT&TFORM", "a DjVu document", "turn it into plain text, for instance with djvutxt, and open that"),
    (b"\xFFWPC", "a WordPerfect document", SAVE_AS),
    (b"\x1F\x8B", "a compressed file (gzip)", UNPACK),
    (b"BZh", "a compressed file (bzip2)", UNPACK),
    (b"\xFD7zXZ\0", "a compressed file (xz)", UNPACK),
    (b"\x28\xB5\x2F\xFD", "a compressed file (zstd)", UNPACK),
    (b"7z\xBC\xAF\x27\x1C", "an archive (7z)", UNPACK),
    (b"Rar!\x1A\x07", "an archive (rar)", UNPACK),
    (b"\x89PNG\r\n\x1A\n", "a picture (PNG)", OCR),
    (b"\xFF\xD8\xFF", "a picture (JPEG)", OCR),
    (b"GIF87a", "a picture (GIF)", OCR),
    (b"GIF89a", "a picture (GIF)", OCR),
    (b"II*\0", "a picture (TIFF)", OCR),
    (b"MM\0*", "a picture (TIFF)", OCR),
    (b"\x7FELF", "a program", NO_WORDS),
    (b"SQLite format 3\0", "a database (SQLite)", NO_WORDS),
    (b"OggS\0", "a sound recording (Ogg)", NO_WORDS),
    (b"fLaC\0", "a sound recording (FLAC)", NO_WORDS),
];

/// The format that the bytes name, when it is one that holds no plain text.
fn known_format(bytes: &[u8]) -> Option<Refusal> {
    let other = |what, mend| Some(Refusal::OtherBinary { what, mend });
    let has = |at: usize, magic: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(magic));
    if is_pdf(bytes) {
        return Some(Refusal::Pdf);
    }
    if has(0, b"PK\x03\x04") || has(0, b"PK\x05\x06") || has(0, b"PK\x07\x08") {
        return Some(inside_zip(bytes));
    }
    if has(0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(inside_ole(bytes));
    }
    if let Some(&(_, what, mend)) = MAGIC.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        return other(what, mend);
    }
    if is_utf32(bytes) {
        return Some(Refusal::Utf32);
    }
    // These begin with letters, as any text may: a zero byte must bear them out.
    let binary = memchr::memchr(0, bytes.get(..4096).unwrap_or(bytes)).is_some();
    match () {
        () if !binary => None,
        () if has(0, b"BM") => other("a picture (BMP)", OCR),
        () if has(0, b"RIFF") && has(8, b"WEBP") => other("a picture (WebP)", OCR),
        () if has(4, b"ftypheic") || has(4, b"ftypmif1") => other("a picture (HEIC)", OCR),
        () if has(0, b"RIFF") || has(0, b"ID3") || has(4, b"ftyp") => other("a recording", NO_WORDS),
        () if has(0, b"MZ") => other("a program", NO_WORDS),
        () if has(60, b"BOOKMOBI") => other("an e-book for the Kindle", "save it as plain text, for instance with Calibre, and open that"),
        () if has(257, b"ustar") => other("an archive (tar)", UNPACK),
        () => None,
    }
}

/// The mark of a PDF is its first word; readers of PDF forgive what some mailers put before it.
fn is_pdf(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let head = bytes.get(..1024).unwrap_or(bytes);
    start.starts_with(b"%PDF-") || (memmem::find(head, b"%PDF-").is_some() && memmem::rfind(bytes, b"startxref").is_some())
}

/// What a zip is, by the names of its entries.
fn inside_zip(bytes: &[u8]) -> Refusal {
    let other = |what, mend| Refusal::OtherBinary { what, mend };
    // The first entry of an e-book and of an OpenDocument file is, by their standards, its type, not compressed.
    let kind = bytes.get(30..).and_then(|rest| rest.strip_prefix(b"mimetype")).unwrap_or(b"");
    let names = zip_names(bytes);
    let has = |name: &[u8]| names.contains(&name);
    let starts = |start: &[u8]| names.iter().any(|name| name.starts_with(start));
    match () {
        () if kind.starts_with(b"application/epub+zip") => Refusal::Epub,
        () if kind.starts_with(b"application/vnd.oasis.opendocument.text") => Refusal::Odt,
        () if kind.starts_with(b"application/vnd.oasis.opendocument") => other("an OpenDocument file without running text", SAVE_AS),
        () if has(b"word/document.xml") || (has(b"[Content_Types].xml") && starts(b"word/")) => Refusal::Docx,
        () if has(b"[Content_Types].xml") && starts(b"xl/") => other("an Excel workbook", SAVE_AS),
        () if has(b"[Content_Types].xml") && starts(b"ppt/") => other("a PowerPoint presentation", SAVE_AS),
        () if has(b"META-INF/container.xml") => Refusal::Epub,
        () if has(b"META-INF/manifest.xml") && has(b"content.xml") => Refusal::Odt,
        () if has(b"Index/Document.iwa") => other("a document of Apple Pages, Numbers or Keynote", SAVE_AS),
        () => other("an archive (zip)", UNPACK),
    }
}

/// The names in a zip: from its directory, or where that was cut off, from the head of each entry.
fn zip_names(bytes: &[u8]) -> Vec<&[u8]> {
    let short = |at: usize| bytes.get(at..at + 2).map(|two| usize::from(u16::from_le_bytes([two[0], two[1]])));
    let name = |at: usize, len: usize| bytes.get(at..at.checked_add(len)?);
    let mut names = Vec::new();
    let tail = bytes.len().saturating_sub(0x10000 + 22);
    let listed = bytes.get(tail..).and_then(|end| memmem::rfind(end, b"PK\x05\x06")).and_then(|end| {
        let four = bytes.get(tail + end + 16..tail + end + 20)?;
        usize::try_from(u32::from_le_bytes([four[0], four[1], four[2], four[3]])).ok()
    });
    let mut at = listed.unwrap_or(bytes.len());
    while bytes.get(at..).is_some_and(|rest| rest.starts_with(b"PK\x01\x02")) {
        let (Some(len), Some(extra), Some(comment)) = (short(at + 28), short(at + 30), short(at + 32)) else { break };
        names.extend(name(at + 46, len));
        at += 46 + len + extra + comment;
    }
    if names.is_empty() {
        names.extend(memmem::find_iter(bytes, b"PK\x03\x04").filter_map(|at| name(at + 30, short(at + 26)?)));
    }
    names
}

/// What an OLE file is: the container of Office before 2007, and of Office files with a password.
fn inside_ole(bytes: &[u8]) -> Refusal {
    // Names inside are in UTF-16.
    let has = |name: &str| memmem::find(bytes, &name.bytes().flat_map(|byte| [byte, 0]).collect::<Vec<u8>>()).is_some();
    let what = match () {
        () if has("EncryptedPackage") => "an Office document locked with a password",
        () if has("WordDocument") => "a Word document of the old kind (.doc)",
        () if has("Workbook") => "an Excel workbook of the old kind (.xls)",
        () if has("PowerPoint Document") => "a PowerPoint presentation of the old kind (.ppt)",
        () => "an Office file of the old kind",
    };
    Refusal::OtherBinary { what, mend: SAVE_AS }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, String) {
        let decoded = decode(bytes, None).unwrap();
        (decoded.source.as_str().to_owned(), decoded.source.encoding_name())
    }

    fn refusal(bytes: &[u8]) -> Refusal {
        decode(bytes, None).unwrap_err()
    }

    fn what(bytes: &[u8]) -> &'static str {
        match refusal(bytes) {
            Refusal::OtherBinary { what, .. } => what,
            other => panic!("{other:?}"),
        }
    }

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    /// A zip of entries without content, as a program writes it.
    fn zip(names: &[&str], content: &str) -> Vec<u8> {
        let (mut out, mut directory) = (Vec::new(), Vec::new());
        for (i, name) in names.iter().enumerate() {
            directory.extend_from_slice(b"PK\x01\x02");
            directory.extend_from_slice(&[0; 24]);
            directory.extend_from_slice(&[name.len() as u8, 0]);
            directory.extend_from_slice(&[0; 16]);
            directory.extend_from_slice(name.as_bytes());
            out.extend_from_slice(b"PK\x03\x04");
            out.extend_from_slice(&[0; 22]);
            out.extend_from_slice(&[name.len() as u8, 0, 0, 0]);
            out.extend_from_slice(name.as_bytes());
            out.extend_from_slice(if i == 0 { content.as_bytes() } else { b"" });
        }
        let start = out.len() as u32;
        out.extend_from_slice(&directory);
        out.extend_from_slice(b"PK\x05\x06");
        out.extend_from_slice(&[0; 12]);
        out.extend_from_slice(&start.to_le_bytes());
        out.extend_from_slice(&[0, 0]);
        out
    }

    #[test]
    fn every_unicode_form_is_read() {
        let words = "Grüße — “claim” нота 𝔘\n";
        for (bytes, name) in [
            (words.as_bytes().to_vec(), "utf-8"),
            (format!("\u{feff}{words}").into_bytes(), "utf-8"),
            (utf16(&format!("\u{feff}{words}"), true), "utf-16le"),
            (utf16(&format!("\u{feff}{words}"), false), "utf-16be"),
            (utf16(words, true), "utf-16le"),
            (utf16(words, false), "utf-16be"),
        ] {
            assert_eq!(text(&bytes), (words.to_owned(), name.to_owned()));
        }
        let russian = "Утверждение требует доказательства. ".repeat(40);
        assert_eq!(text(&utf16(&russian, true)), (russian.clone(), "utf-16le".to_owned()));
        let chinese = format!("{}\n", "论文的主张需要证据。".repeat(60)).repeat(3);
        assert_eq!(text(&utf16(&chinese, false)), (chinese.clone(), "utf-16be".to_owned()));
    }

    #[test]
    fn line_ends_become_lf() {
        assert_eq!(text(b"a\r\nb\rc\n\r\nd").0, "a\nb\nc\n\nd");
        assert!(matches!(normalise_newlines("a\nb"), Cow::Borrowed(_)));
    }

    #[test]
    fn legacy_text_is_recognised() {
        let german = "Die Thesen über Größe und Übermaß müssen geprüft werden. ".repeat(5);
        let russian = "Гипотеза не подтверждается источниками, на которые ссылается автор. ".repeat(5);
        let japanese = "この論文の主張には証拠が必要である。".repeat(5);
        for (words, name) in [(&german, "windows-1252"), (&russian, "windows-1251"), (&russian, "koi8-u"), (&japanese, "shift_jis")] {
            let (bytes, ..) = encoding_named(name).unwrap().encode(words);
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!((decoded.source.as_str(), decoded.source.encoding_name().as_str()), (words.as_str(), name));
            assert!(decoded.guessed && decoded.replaced == 0);
        }
    }

    #[test]
    fn every_offered_encoding_is_known_by_its_own_name_and_comes_back() {
        for label in OFFERED {
            let encoding = encoding_named(label).unwrap();
            assert_eq!(encoding.name().to_ascii_lowercase(), *label);
            let bytes = match *label {
                "utf-16le" => utf16("A claim\n", true),
                "utf-16be" => utf16("A claim\n", false),
                _ => b"A claim\n".to_vec(),
            };
            let decoded = decode(&bytes, Some(encoding)).unwrap();
            assert_eq!((decoded.source.as_str(), decoded.source.encoding_name().as_str()), ("A claim\n", *label));
            assert!(!decoded.guessed);
        }
        assert_eq!(encoding_named(" Latin1 "), Some(encoding_rs::WINDOWS_1252));
        assert_eq!(encoding_named("hz-gb-2312"), None);
        assert_eq!(encoding_named("klingon"), None);
    }

    #[test]
    fn a_chosen_encoding_wins() {
        let (bytes, ..) = encoding_rs::KOI8_R.encode("Тезис");
        let decoded = decode(&bytes, Some(encoding_rs::WINDOWS_1251)).unwrap();
        assert_eq!(decoded.source.encoding_name(), "windows-1251");
        assert_eq!(decode("é".as_bytes(), Some(encoding_rs::WINDOWS_1252)).unwrap().source.as_str(), "Ã©");
        let marked = decode(b"\xEF\xBB\xBFclaim", Some(UTF_8)).unwrap();
        assert_eq!(marked.source.as_str(), "claim");
        assert_eq!(decode(b"%PDF-1.7\n", Some(UTF_8)).unwrap_err(), Refusal::Pdf);
        assert_eq!(decode(b"abc\0\0\x01\0\0def\0", Some(UTF_8)).unwrap_err(), UNKNOWN);
    }

    #[test]
    fn a_damaged_byte_does_not_change_the_encoding() {
        let mut bytes = "Größe und Übermaß. ".repeat(30).into_bytes();
        bytes.insert(100, 0xFF);
        bytes.extend_from_slice("ß".as_bytes().split_last().unwrap().1);
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!((decoded.source.encoding_name().as_str(), decoded.replaced), ("utf-8", 2));
        let kept = decode("a \u{fffd} of its own".as_bytes(), None).unwrap();
        assert_eq!(kept.replaced, 0);
        let stray = format!("{}\0{}", "claim ".repeat(500), "claim ".repeat(500));
        assert_eq!(decode(stray.as_bytes(), None).unwrap().source.encoding_name(), "utf-8");
    }

    #[test]
    fn documents_are_refused_by_name() {
        assert_eq!(refusal(b"%PDF-1.4\n%\xE2\xE3"), Refusal::Pdf);
        assert_eq!(refusal(b"From: x\n\n%PDF-1.4\n ... startxref\n12\n%%EOF"), Refusal::Pdf);
        assert_eq!(refusal(&zip(&["[Content_Types].xml", "word/document.xml"], "")), Refusal::Docx);
        assert_eq!(refusal(&zip(&["mimetype", "content.xml"], "application/vnd.oasis.opendocument.text")), Refusal::Odt);
        assert_eq!(refusal(&zip(&["mimetype"], "application/epub+zip")), Refusal::Epub);
        assert_eq!(refusal(&zip(&["META-INF/container.xml"], "")), Refusal::Epub);
        assert_eq!(what(&zip(&["[Content_Types].xml", "xl/workbook.xml"], "")), "an Excel workbook");
        assert_eq!(what(&zip(&["notes.txt"], "says word/document.xml")), "an archive (zip)");
        let whole = zip(&["[Content_Types].xml", "word/document.xml"], "");
        assert_eq!(refusal(&whole[..whole.len() - 10]), Refusal::Docx, "a download that broke off");
        for end in 0..whole.len() {
            decode(&whole[..end], None).ok();
        }
    }

    #[test]
    fn other_binaries_are_refused() {
        assert_eq!(what(b"{\\rtf1\\ansi claim}"), "an RTF document");
        assert_eq!(what(b"\x1F\x8B\x08abc"), "a compressed file (gzip)");
        assert_eq!(what(b"\x89PNG\r\n\x1A\n\0\0"), "a picture (PNG)");
        assert_eq!(what(b"BM\x36\0\0\0"), "a picture (BMP)");
        let mut doc = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        doc.extend(utf16("WordDocument", true));
        assert_eq!(what(&doc), "a Word document of the old kind (.doc)");
        assert_eq!(refusal(b"abc\0\0\x01\0\0def\0"), UNKNOWN);
        assert_eq!(refusal(b"abc\0def"), UNKNOWN);
        assert_eq!(refusal(&[0; 64]), UNKNOWN);
        assert_eq!(refusal(&(0..4000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8 | 1).collect::<Vec<u8>>()), UNKNOWN);
        assert_eq!(refusal(b"\xFF\xFE\0\0a\0\0\0"), Refusal::Utf32);
        assert_eq!(refusal(&"claim".chars().flat_map(|c| u32::from(c).to_be_bytes()).collect::<Vec<u8>>()), Refusal::Utf32);
        assert_eq!(text(b"BM is short for Bachelor of Music").1, "utf-8");
        assert_eq!(text(b"PKs are primary keys").1, "utf-8");
    }

    #[test]
    fn nothing_to_read_is_said() {
        for bytes in [&b""[..], b" \r\n\t\x0C\n", b"\xEF\xBB\xBF", b"\xFF\xFE", "\u{a0}\u{2003}\n".as_bytes()] {
            assert_eq!(refusal(bytes), Refusal::Empty);
        }
        assert_eq!(Refusal::of_size(LARGEST as u64), None);
        let large = Refusal::of_size(LARGEST as u64 + 1).unwrap();
        assert_eq!(large.to_string(), "This file has 257 MB, and 256 MB is the most that can be opened: split it, and open the parts.");
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400), which in 0..OFFERED.len()) {
            for chosen in [None, encoding_named(OFFERED[which])] {
                if let Ok(decoded) = decode(&bytes, chosen) {
                    proptest::prop_assert!(!decoded.source.as_str().trim().is_empty());
                    proptest::prop_assert!(!decoded.source.as_str().contains('\r'));
                }
            }
        }

        #[test]
        fn any_text_in_utf_8_comes_back(text in "\\PC{0,80}[a-z]\\PC{0,80}") {
            let decoded = decode(text.as_bytes(), None).unwrap();
            proptest::prop_assert_eq!(decoded.source.as_str(), text.strip_prefix('\u{feff}').unwrap_or(&text));
        }
    }
}
