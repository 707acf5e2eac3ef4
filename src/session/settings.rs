//! What stays the same from one document to the next: the reader's name, keys and looks, the texts read last and
//! where the reader was in them. Kept in the system's folder for settings; a file that cannot be read is as none.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeChoice {
    /// As the system is set.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Dark on warm.
    Sepia,
    /// Light on dark.
    Dark,
}

impl ThemeChoice {
    /// All, in order.
    pub const ALL: [ThemeChoice; 4] = [Self::System, Self::Light, Self::Sepia, Self::Dark];

    /// Its word.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "as the system",
            Self::Light => "light",
            Self::Sepia => "sepia",
            Self::Dark => "dark",
        }
    }
}

/// Where notes stand in the text as it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotesAt {
    /// At the foot of their page.
    #[default]
    Foot,
    /// In the margin, beside the lines of their markers.
    Margin,
}

impl NotesAt {
    /// All, in order.
    pub const ALL: [NotesAt; 2] = [Self::Foot, Self::Margin];

    /// Its words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Foot => "at the foot of the page",
            Self::Margin => "in the margin",
        }
    }
}

/// How the text is set.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Looks {
    /// Colours.
    pub theme: ThemeChoice,
    /// Size of the letters, in points.
    pub size: f32,
    /// Height of a line, as a multiple of the size.
    pub leading: f32,
    /// Width of a line, in characters, about.
    pub measure: f32,
    /// Where notes stand.
    pub notes: NotesAt,
}

impl Default for Looks {
    fn default() -> Self {
        Self { theme: ThemeChoice::System, size: 18.0, leading: 1.61, measure: 68.0, notes: NotesAt::Foot }
    }
}

impl Looks {
    /// Within what can be read and drawn, whatever the file said.
    pub fn sane(self) -> Self {
        let or = |value: f32, usual: f32| if value.is_finite() { value } else { usual };
        Self {
            theme: self.theme,
            size: or(self.size, 18.0).clamp(10.0, 48.0),
            leading: or(self.leading, 1.61).clamp(1.1, 2.6),
            measure: or(self.measure, 68.0).clamp(40.0, 110.0),
            notes: self.notes,
        }
    }
}

/// All settings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The reader's name; empty: the system's.
    pub reader: String,
    /// How the text is set.
    pub looks: Looks,
    /// Keys that type something do nothing in the text.
    pub letters_off: bool,
    /// The reader's own keys, by command.
    pub keys: BTreeMap<String, String>,
    /// Texts opened last, the last one first.
    pub recent: Vec<PathBuf>,
    /// Where the reader was, as bytes of the source text.
    pub places: BTreeMap<String, usize>,
    /// Sidecars that do not lie beside their text.
    pub elsewhere: BTreeMap<String, PathBuf>,
    /// The outline is not shown.
    pub outline_off: bool,
    /// The right side is not shown.
    pub side_off: bool,
}

/// How many texts are remembered.
const REMEMBERED: usize = 20;

impl Settings {
    /// Where this system keeps them; `None` where it has no such place.
    pub fn path() -> Option<PathBuf> {
        let dirs = directories::ProjectDirs::from("io.github", "glossator", "Glossator")?;
        Some(dirs.config_dir().join("settings.json"))
    }

    /// The folder for the reader's own copy of the sample.
    pub fn data_folder() -> Option<PathBuf> {
        let dirs = directories::ProjectDirs::from("io.github", "glossator", "Glossator")?;
        Some(dirs.data_dir().to_path_buf())
    }

    /// Reads them; the usual ones where there are none.
    pub fn load(path: &Path) -> Self {
        let Ok(text) = std::fs::read_to_string(path) else { return Self::default() };
        match serde_json::from_str::<Settings>(&text) {
            Ok(settings) => Settings { looks: settings.looks.sane(), ..settings },
            Err(error) => {
                log::warn!("settings are as on a first start, since they cannot be read: {error}; {}", path.display());
                Self::default()
            }
        }
    }

    /// Writes them, whole or not at all.
    pub fn save(&self, path: &Path) -> std::io::Result<()> {
        let folder = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer_pretty(&mut file, self)?;
        file.flush()?;
        file.persist(path)?;
        Ok(())
    }

    /// Who reads: the name set, else the system's.
    pub fn reader_name(&self) -> String {
        if self.reader.trim().is_empty() { default_reader() } else { self.reader.trim().to_owned() }
    }

    /// Puts `path` first among the texts opened last.
    pub fn opened(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_path_buf());
        self.recent.truncate(REMEMBERED);
    }

    /// Remembers that the reader is at byte `at` of the text at `path`.
    pub fn was_at(&mut self, path: &Path, at: usize) {
        self.places.insert(path.display().to_string(), at);
        if self.places.len() > REMEMBERED * 10 {
            let recent: Vec<String> = self.recent.iter().map(|path| path.display().to_string()).collect();
            self.places.retain(|path, _| recent.contains(path));
        }
    }

    /// Where the reader was in the text at `path`.
    pub fn place(&self, path: &Path) -> Option<usize> {
        self.places.get(&path.display().to_string()).copied()
    }
}

/// The name the system has for the reader.
pub fn default_reader() -> String {
    let real = whoami::realname().unwrap_or_default();
    let name = if real.trim().is_empty() || real == "Anonymous" { whoami::username().unwrap_or_default() } else { real };
    // The name field of the system may go on with a room and a telephone number.
    let name = name.split(',').next().unwrap_or("").trim().to_owned();
    if name.is_empty() { "reader".to_owned() } else { name }
}
