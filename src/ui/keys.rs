//! From key presses to commands. Letters and digits act only while the reading view has the focus, and go by the
//! key's place on the keyboard, so that they work on any layout.

use egui::{Context, Event, Key, Modifiers};

use super::reader::focus_id;
use crate::session::Keymap;
use crate::session::command::{Chord, Command};

/// Takes the presses that mean a command out of the input, in order. `alone`: a dialog is open, and only it acts.
pub fn commands(ctx: &Context, keymap: &Keymap, alone: bool) -> Vec<Command> {
    if alone {
        return Vec::new();
    }
    let in_text = ctx.memory(|memory| memory.focused()) == Some(focus_id());
    let in_map = ctx.memory(|memory| memory.focused()) == Some(super::map::focus_id());
    let in_nothing = ctx.memory(|memory| memory.focused()).is_none();
    let typing = ctx.text_edit_focused();
    // An open menu is closed by Esc, and what lies beneath it waits.
    if egui::Popup::is_any_open(ctx) && ctx.input(|input| input.key_pressed(Key::Escape)) {
        egui::Popup::close_all(ctx);
        ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        return Vec::new();
    }
    // Fields keep what they need for themselves; lists and buttons the arrows, Enter and letters.
    let acts = |chord: &Chord, command: Command| {
        let local = chord.is_local() || command == Command::Escape;
        !local || in_text || (in_map && acts_in_map(command)) || (!typing && (in_nothing || chord.ctrl || command == Command::Escape))
    };
    ctx.input_mut(|input| {
        let mut found = Vec::new();
        input.events.retain(|event| {
            let command = match event {
                Event::Copy if in_text => Some(Command::Copy),
                Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
                    let meant = meaning(keymap, *key, *physical_key, *modifiers);
                    meant.filter(|(chord, command)| acts(chord, *command)).map(|(_, command)| command)
                }
                _ => None,
            };
            found.extend(command);
            command.is_none()
        });
        // A letter that was a command is no text.
        if (in_text || in_map) && !found.is_empty() {
            input.events.retain(|event| !matches!(event, Event::Text(_)));
        }
        found
    })
}

/// What a letter does in the map: what is done with the annotation in hand, and the way to the next.
fn acts_in_map(command: Command) -> bool {
    use Command::{
        Done, Escape, Help, Link, NextAnnotation, NextHypothesis, Note, PreviousAnnotation, PreviousHypothesis, Remove, Strength, Tags,
        Weak,
    };
    matches!(
        command,
        Done | Escape
            | Help
            | Link
            | NextAnnotation
            | NextHypothesis
            | Note
            | PreviousAnnotation
            | PreviousHypothesis
            | Remove
            | Strength
            | Tags
            | Weak
    )
}

fn meaning(keymap: &Keymap, key: Key, physical: Option<Key>, modifiers: Modifiers) -> Option<(Chord, Command)> {
    let chord = |key: Key| Chord {
        ctrl: modifiers.command || modifiers.ctrl,
        alt: modifiers.alt,
        shift: modifiers.shift,
        key: key.name().to_owned(),
    };
    let by_place = physical.map(chord).filter(Chord::types);
    let by_name = Some(chord(key));
    // Without Ctrl the place counts, with it the letter: Ctrl+Z is Z wherever it is printed.
    let order = if modifiers.command || modifiers.ctrl { [by_name, physical.map(chord)] } else { [by_place, by_name] };
    order.into_iter().flatten().find_map(|chord| keymap.command(&chord).map(|command| (chord, command)))
}

/// The chord that is being pressed now, for choosing a key in the settings.
pub fn pressed(ctx: &Context) -> Option<Chord> {
    ctx.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Key { key, physical_key, pressed: true, modifiers, .. } if *key != Key::Escape => Some(Chord {
                ctrl: modifiers.command || modifiers.ctrl,
                alt: modifiers.alt,
                shift: modifiers.shift,
                key: physical_key.filter(|_| !modifiers.any()).unwrap_or(*key).name().to_owned(),
            }),
            _ => None,
        })
    })
}
