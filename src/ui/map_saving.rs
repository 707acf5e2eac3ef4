//! Where the picture of the map is saved: a path to type, proposed beside the text, and the desktop's own dialog for
//! those who would rather choose. What is there is never overwritten unasked.

use std::path::PathBuf;

use egui::{Context, Key, RichText, TextEdit};

use super::Window;
use super::annotation_panel::name_field;
use super::dialogs::{Dialog, home_expanded, question};
use crate::report::file::{self, FileError};
use crate::report::picture::{self, PictureError};
use crate::session::{Session, file_name};

/// The place for a picture, as it is being chosen.
pub struct SaveMap {
    path: String,
    png: bool,
    error: Option<String>,
    /// There is a file at this path, and the reader is asked whether to replace it.
    exists: Option<PathBuf>,
}

impl SaveMap {
    fn ending(&self) -> &'static str {
        if self.png { "png" } else { "svg" }
    }
}

impl Dialog {
    /// A place for the map as a picture.
    pub(super) fn save_map(session: &Session, png: bool) -> Self {
        let path = picture::free_name(&session.path, if png { "png" } else { "svg" }).display().to_string();
        Dialog::SaveMap(SaveMap { path, png, error: None, exists: None })
    }
}

impl Window {
    /// The desktop's dialog has an answer.
    pub(super) fn picture_place(&mut self, path: PathBuf) {
        let png = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png"));
        let mut save = SaveMap { path: path.display().to_string(), png, error: None, exists: None };
        if !self.save_picture(&mut save, false) {
            self.dialog = Some(Dialog::SaveMap(save));
        }
    }

    pub(super) fn save_map_ui(&mut self, ctx: &Context, save: &mut SaveMap) -> bool {
        let palette = self.palette;
        let (mut go, mut replace, mut browse) = (false, false, false);
        let stay = question(ctx, "save map", &format!("Save the map as {}", save.ending().to_uppercase()), &palette, |ui| {
            ui.label(RichText::new("What is shown now is saved, all of it, whatever part is in view.").color(palette.muted));
            let field = ui.add(TextEdit::singleline(&mut save.path).desired_width(f32::INFINITY));
            name_field(&field, "Path of the picture");
            if field.changed() {
                save.exists = None;
                save.error = None;
            }
            if let Some(error) = &save.error {
                ui.label(RichText::new(error.as_str()).color(palette.weak));
            }
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
                go = ui.button("Save").on_hover_text("Enter").clicked() || entered;
                if save.exists.is_some() {
                    replace = ui.button("Replace it").clicked();
                }
                browse = ui.button("Choose a place…").on_hover_text("In the desktop's own dialog").clicked();
            });
            if !field.has_focus() && ui.memory(|memory| memory.focused()).is_none() {
                field.request_focus();
            }
        });
        if browse {
            self.files.start_saving(home_expanded(&save.path), self.wake());
            return false;
        }
        if go || replace {
            return !self.save_picture(save, replace);
        }
        stay
    }

    /// Saves what the map shows; false when that is not done yet.
    fn save_picture(&mut self, save: &mut SaveMap, replace: bool) -> bool {
        let Some(session) = &self.session else { return true };
        if save.path.trim().is_empty() {
            save.error = Some("Type where to save it".to_owned());
            return false;
        }
        let mut path = home_expanded(&save.path);
        if path.extension().is_none() {
            path.set_extension(save.ending());
        }
        let path = std::path::absolute(&path).unwrap_or(path);
        let svg = self.map_picture(session);
        let bytes = if save.png { picture::png(&svg) } else { Ok(svg.into_bytes()) };
        match bytes.and_then(|bytes| Ok(file::write(&path, &bytes, replace)?)) {
            Ok(()) => {
                self.say(format!("The map was saved as {}", file_name(&path)));
                true
            }
            Err(error) => {
                save.error = Some(error.to_string());
                save.exists = matches!(error, PictureError::File(FileError::Exists(_))).then_some(path);
                false
            }
        }
    }
}
