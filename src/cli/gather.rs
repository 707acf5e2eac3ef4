//! Which texts are meant by paths: a file is itself, a folder is the texts in it and in the folders below it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Something to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// As it was given, or found below what was given.
    pub path: PathBuf,
    /// Why it cannot be checked, where that is known already.
    pub trouble: Option<String>,
}

/// What is in a folder and is a text.
const ENDINGS: [&str; 2] = ["txt", "md"];

/// The texts that `paths` mean, in their order, each once; and the folders that have none.
pub(super) fn gather(paths: &[PathBuf]) -> (Vec<Item>, Vec<PathBuf>) {
    let (mut found, mut empty) = (Vec::new(), Vec::new());
    for path in paths {
        let before = found.len();
        // What is given may be a link to a folder; what stands in a folder may not, since it may lead round in a circle.
        if path.is_dir() {
            walk(path, &mut found);
            if found.len() == before {
                empty.push(path.clone());
            }
        } else {
            found.push(Item { path: path.clone(), trouble: None });
        }
    }
    let mut seen = BTreeSet::new();
    found.retain(|item| seen.insert(item.path.components().collect::<PathBuf>()));
    (found, empty)
}

fn walk(folder: &Path, found: &mut Vec<Item>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(why) => {
            let trouble = format!("The folder {} cannot be read ({why}); check who may read it", folder.display());
            return found.push(Item { path: folder.to_path_buf(), trouble: Some(trouble) });
        }
    };
    let mut names: Vec<_> = entries.flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    for name in names {
        let path = folder.join(&name);
        let name = name.to_string_lossy();
        // What the program makes beside a text begins with the sidecar's name, or is a report.
        if name.starts_with('.') || name.contains(".gloss.ron") || name.ends_with(".report.md") {
            continue;
        }
        let is_link = path.is_symlink();
        if path.is_dir() && !is_link {
            walk(&path, found);
        } else if path.is_file() && is_text(&path) {
            found.push(Item { path, trouble: None });
        }
    }
}

fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that unwraps fails where it should")]

    use super::*;

    #[test]
    fn a_folder_is_its_texts_in_order_and_a_file_is_itself() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("b/deep")).unwrap();
        fs::create_dir_all(at(".git")).unwrap();
        fs::create_dir_all(at("none/here")).unwrap();
        for name in [
            "c.TXT",
            "a.md",
            "b/deep/x.txt",
            "b/y.txt",
            ".git/z.txt",
            ".hidden.txt",
            "a.report.md",
            "a.md.gloss.ron",
            "a.md.gloss.ron.old.txt",
            "p.pdf",
            "none/q",
        ] {
            fs::write(at(name), "").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.path(), at("b/round")).unwrap();
        let given = [at("p.pdf"), folder.path().to_path_buf(), at("a.md"), at("none"), at("nowhere")];
        let (found, empty) = gather(&given);
        let wanted = ["p.pdf", "a.md", "b/deep/x.txt", "b/y.txt", "c.TXT", "nowhere"];
        assert_eq!(found.iter().map(|item| item.path.clone()).collect::<Vec<_>>(), wanted.map(at));
        assert_eq!(empty, [at("none")]);
    }
}
