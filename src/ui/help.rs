//! Help: all keys, and what the words mean. Made from the table of commands.

use egui::{Context, Grid, RichText, ScrollArea};

use super::annotation_panel::key_label;
use super::dialogs::question;
use super::outline::caption;
use super::theme::{Palette, sans};
use crate::session::Keymap;
use crate::session::command::{COMMANDS, Command, Menu};

/// The words of the window, for those who meet them for the first time.
const WORDS: [(&str, &str); 8] = [
    ("annotation", "what you mark: words of the text, with a kind, a note, tags, a strength"),
    ("in hand", "the one annotation that keys and the right side act on; a click takes it, Esc lets go"),
    ("kind", "claim, hypothesis, citation, evidence, comment, and your own"),
    ("strength", "strong, adequate, weak, missing: how well it carries what rests on it"),
    ("link", "from one annotation to another, to a note, a web address or a file: supports, attacks, qualifies, cites, restates"),
    ("part", "an annotation may have several; a page break or a note cuts it by itself"),
    ("reading text", "what you see: lines joined, hyphens mended, page furniture set aside. The file is never changed"),
    ("sidecar", "the file beside the text in which your work is kept: its name ends in .gloss.ron"),
];

/// Shows it; false once it was closed.
pub fn show(ctx: &Context, keymap: &Keymap, palette: &Palette) -> bool {
    question(ctx, "help", "Keys and words", palette, |ui| {
        let height = ctx.content_rect().height() * 0.7;
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
            caption(ui, "Words", palette);
            Grid::new("words").num_columns(2).spacing([14.0, 6.0]).show(ui, |ui| {
                for (word, meaning) in WORDS {
                    ui.label(RichText::new(word).font(sans(13.5)).color(palette.ink));
                    ui.add(egui::Label::new(RichText::new(meaning).font(sans(13.5)).color(palette.muted)).wrap());
                    ui.end_row();
                }
            });
            for menu in [Menu::Annotate, Menu::Go, Menu::Hidden, Menu::Edit, Menu::File, Menu::View, Menu::Help] {
                ui.add_space(12.0);
                caption(ui, menu.title(), palette);
                Grid::new(menu.title()).num_columns(2).min_col_width(130.0).spacing([14.0, 4.0]).show(ui, |ui| {
                    for info in COMMANDS.iter().filter(|info| info.menu == menu && keymap.chord(info.command).is_some()) {
                        if matches!(info.command, Command::Tag(digit) if digit > 5) {
                            continue;
                        }
                        ui.horizontal(|ui| key_label(ui, &keymap.shown(info.command), palette));
                        ui.add(egui::Label::new(RichText::new(info.help).font(sans(13.5)).color(palette.ink_ui)).wrap());
                        ui.end_row();
                    }
                });
            }
        });
    })
}
