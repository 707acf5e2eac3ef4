//! What the suites share: folders that vanish with the test, and small texts.

use std::path::{Path, PathBuf};

/// A folder of its own for a test.
pub struct Folder(tempfile::TempDir);

impl Folder {
    /// An empty one.
    pub fn new() -> Self {
        Folder(tempfile::Builder::new().prefix("glossator-test-").tempdir().unwrap())
    }

    /// The path of `name` in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file and gives its path.
    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// The names of all that lies in it, in order.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            std::fs::read_dir(self.0.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// The bytes of a file.
pub fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

/// A chapter of a thesis, as it comes out of a PDF: its lines are broken in the middle of sentences.
pub const CHAPTER: &str = "\
Chapter 1. The Two Papers

In the spring of 1883 the weavers left their looms for sixteen weeks. Three papers told
of the strike, and no two of them agreed about what was happening. The Courier belonged
to the owners of the mills.

Readers were far less obedient than this account supposes. They bought one paper, borrowed
another and believed a third. The printed silences did more to lengthen the dispute than
all that the leading articles had to say.

It is therefore likely that the printed
silences were chosen with care. Nobody has counted them before.
";

/// The same with many paragraphs after it, so that it does not fit into the window.
pub fn long_chapter() -> String {
    let paragraph = |n: usize| {
        format!(
            "\nIn week {n} of the strike the papers printed {} columns on the prices of bread and coal, and only a\n\
             short note on the meetings. What week {n} was like in the lanes behind the mills cannot be read from them.\n",
            n * 3 % 17 + 2
        )
    };
    std::iter::once(CHAPTER.to_owned()).chain((1..=60).map(paragraph)).collect()
}
