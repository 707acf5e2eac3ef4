//! The desktop's file dialog, on a thread of its own: a portal that hangs must not freeze the window. One at a
//! time; a typed path is always another way.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

/// A dialog that may be open.
#[derive(Default)]
pub struct FileDialog {
    open: Option<(Receiver<Option<PathBuf>>, Instant)>,
    said: Option<String>,
}

/// A dialog that was closed faster than this was never shown.
const TOO_FAST: Duration = Duration::from_millis(80);

impl FileDialog {
    /// Opens it, unless one is open; `wake` is called when it has ended.
    pub fn start(&mut self, folder: Option<PathBuf>, wake: crate::session::Wake) {
        if self.open.is_some() {
            self.said = Some("The desktop's file dialog is open already; or type the path with Ctrl+Shift+O".to_owned());
            return;
        }
        let (send, answer) = channel();
        let started = std::thread::Builder::new().name("file dialog".into()).spawn(move || {
            let mut dialog = rfd::FileDialog::new()
                .set_title("Open a text")
                .add_filter("Texts", &["txt", "md", "text", "markdown"])
                .add_filter("All files", &["*"]);
            if let Some(folder) = folder {
                dialog = dialog.set_directory(folder);
            }
            send.send(dialog.pick_file()).ok();
            wake();
        });
        match started {
            Ok(_) => self.open = Some((answer, Instant::now())),
            Err(error) => self.said = Some(format!("The file dialog could not be opened ({error}); type the path with Ctrl+Shift+O")),
        }
    }

    /// The file chosen, once there is one.
    pub fn poll(&mut self) -> Option<PathBuf> {
        let (answer, since) = self.open.as_ref()?;
        let result = answer.try_recv();
        let fast = since.elapsed() < TOO_FAST;
        match result {
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                self.open = None;
                None
            }
            Ok(chosen) => {
                self.open = None;
                if chosen.is_none() && fast {
                    self.said = Some(
                        "This desktop shows no file dialog; type the path with Ctrl+Shift+O, or drop the file on the window".to_owned(),
                    );
                }
                chosen
            }
        }
    }

    /// What there is to tell, once.
    pub fn take_said(&mut self) -> Option<String> {
        self.said.take()
    }
}
