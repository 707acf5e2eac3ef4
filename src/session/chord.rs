//! Keys with their modifiers, as settings and the table of commands write them.

use std::fmt;

/// A key with its modifiers, by its English name ("A", "1", "Left", "F3", "Comma").
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chord {
    /// Ctrl, or Command on a Mac.
    pub ctrl: bool,
    /// Alt.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
    /// The key's name.
    pub key: String,
}

impl Chord {
    /// Reads "Ctrl+Shift+P"; `None` when there is no key in it.
    pub fn parse(text: &str) -> Option<Self> {
        let mut chord = Chord { ctrl: false, alt: false, shift: false, key: String::new() };
        for part in text.split('+') {
            match part {
                "Ctrl" => chord.ctrl = true,
                "Alt" => chord.alt = true,
                "Shift" => chord.shift = true,
                "" => return None,
                key => chord.key = key.to_owned(),
            }
        }
        (!chord.key.is_empty()).then_some(chord)
    }

    /// Whether it would type something into a text field, so that it may act only while the reading view has the
    /// focus.
    pub fn types(&self) -> bool {
        let printing = self.key.chars().count() == 1 || matches!(&*self.key, "Comma" | "Period" | "Questionmark" | "Slash");
        printing && !self.alt && (!self.ctrl || matches!(&*self.key, "Comma" | "Period"))
    }

    /// Whether it belongs to the reading view, since text fields and lists need the same key for themselves.
    pub fn is_local(&self) -> bool {
        let moves = matches!(&*self.key, "Left" | "Right" | "Up" | "Down" | "Home" | "End" | "PageUp" | "PageDown" | "Enter" | "Delete");
        self.types() || (moves && !self.alt) || (self.ctrl && matches!(&*self.key, "C" | "A" | "Z" | "Y"))
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")] {
            if held {
                f.write_str(name)?;
            }
        }
        f.write_str(match &*self.key {
            "Comma" => ",",
            "Period" => ".",
            "Questionmark" => "?",
            "Plus" => "+",
            "Minus" => "-",
            "Escape" => "Esc",
            "PageUp" => "PgUp",
            "PageDown" => "PgDn",
            key => key,
        })
    }
}
