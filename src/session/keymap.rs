//! Which keys do what: the table's keys, with the reader's own laid over them.

use std::collections::{BTreeMap, HashMap};

use super::command::{COMMANDS, Chord, Command};

/// Keys to commands. One chord never means two things.
#[derive(Clone, Debug)]
pub struct Keymap {
    by_chord: HashMap<Chord, Command>,
    first: HashMap<Command, Chord>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::new(&BTreeMap::new(), true)
    }
}

impl Keymap {
    /// The table's keys, those in `own` (command id to chord; an empty chord takes the key away) in their place.
    /// Without `letters`, keys that type something do nothing.
    pub fn new(own: &BTreeMap<String, String>, letters: bool) -> Self {
        let mut map = Keymap { by_chord: HashMap::new(), first: HashMap::new() };
        // The reader's own keys come first: they win over the table's.
        for info in COMMANDS {
            if let Some(chord) = own.get(info.id).and_then(|text| Chord::parse(text)) {
                map.bind(chord, info.command, letters);
            }
        }
        for info in COMMANDS.iter().filter(|info| !own.contains_key(info.id)) {
            for chord in info.keys.iter().filter_map(|text| Chord::parse(text)) {
                map.bind(chord, info.command, letters);
            }
        }
        map
    }

    fn bind(&mut self, chord: Chord, command: Command, letters: bool) {
        if !letters && chord.types() {
            return;
        }
        if let std::collections::hash_map::Entry::Vacant(free) = self.by_chord.entry(chord.clone()) {
            free.insert(command);
            self.first.entry(command).or_insert(chord);
        }
    }

    /// What `chord` does.
    pub fn command(&self, chord: &Chord) -> Option<Command> {
        self.by_chord.get(chord).copied()
    }

    /// The key to show beside `command`.
    pub fn chord(&self, command: Command) -> Option<&Chord> {
        self.first.get(&command)
    }

    /// The same as text; empty without one.
    pub fn shown(&self, command: Command) -> String {
        self.chord(command).map(Chord::to_string).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_command_has_words_and_keys_of_its_own() {
        let (mut ids, mut labels, mut keys, mut commands) = (HashSet::new(), HashSet::new(), HashSet::new(), HashSet::new());
        for info in COMMANDS {
            assert!(!info.label.is_empty() && info.help.len() > 10, "{info:?}");
            assert!(ids.insert(info.id), "{} twice", info.id);
            assert!(labels.insert(info.label), "{} twice", info.label);
            assert!(commands.insert(info.command), "{:?} twice", info.command);
            assert_eq!(Command::from_id(info.id), Some(info.command));
            for key in info.keys {
                let chord = Chord::parse(key).unwrap();
                assert!(keys.insert(chord.clone()), "{chord} twice");
            }
        }
    }

    #[test]
    fn own_keys_win_and_letters_can_be_silenced() {
        let own = BTreeMap::from([("note".to_owned(), "L".to_owned()), ("tags".to_owned(), String::new())]);
        let map = Keymap::new(&own, true);
        assert_eq!(map.command(&Chord::parse("L").unwrap()), Some(Command::Note));
        assert_eq!(map.command(&Chord::parse("N").unwrap()), None);
        assert_eq!(map.command(&Chord::parse("T").unwrap()), None);
        assert_eq!(map.shown(Command::Link), "", "its only key was taken");
        let quiet = Keymap::new(&BTreeMap::new(), false);
        assert_eq!(quiet.command(&Chord::parse("S").unwrap()), None);
        assert_eq!(quiet.command(&Chord::parse("Ctrl+F").unwrap()), Some(Command::Find));
    }
}
