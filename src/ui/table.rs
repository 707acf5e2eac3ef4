//! All annotations in a table: filtered, sorted, and drawn only where it can be seen.

use egui::accesskit::Role;
use egui::{ComboBox, Frame, Key, Margin, RichText, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};

use super::Window;
use super::annotation_panel::name_field;
use super::theme::{reading, sans};
use crate::annotation::{Id, Outcome, Strength};
use crate::review::argument::count;
use crate::session::{Filter, Listing, Session, Sort};

/// The table's own state.
#[derive(Default)]
pub struct Table {
    filter: Filter,
    sort: Sort,
    listing: Listing,
    held: Option<Id>,
}

const ROW: f32 = 58.0;

impl Window {
    pub(super) fn table_ui(&mut self, ui: &mut Ui) {
        let palette = self.palette;
        let Some(session) = &mut self.session else { return };
        let table = &mut self.side.table;
        Frame::NONE.inner_margin(Margin { left: 14, right: 14, top: 10, bottom: 6 }).show(ui, |ui| {
            let field =
                ui.add(TextEdit::singleline(&mut table.filter.words).hint_text("Words in text, note, tags").desired_width(f32::INFINITY));
            name_field(&field, "Filter by words");
            filters_ui(ui, session, &mut table.filter, &mut table.sort);
        });
        let rows: Vec<Id> = table.listing.rows(session, &table.filter, table.sort).to_vec();
        let total = session.glosses().annotations.len();
        Frame::NONE.inner_margin(Margin::symmetric(14, 2)).show(ui, |ui| {
            ui.horizontal(|ui| {
                let words = if rows.len() == total { count(total, "annotation") } else { format!("{} of {total}", rows.len()) };
                ui.label(RichText::new(words).font(sans(12.0)).color(palette.muted));
                if !table.filter.is_empty() && ui.small_button("Show all").clicked() {
                    table.filter = Filter::default();
                }
            });
        });
        if rows.is_empty() {
            Frame::NONE.inner_margin(Margin::symmetric(16, 10)).show(ui, |ui| {
                let words = if total == 0 {
                    "Nothing is tagged yet. Select some words in the text and press 1 to tag them as a claim."
                } else {
                    "No annotation passes this filter."
                };
                ui.label(RichText::new(words).color(palette.muted));
            });
            return;
        }
        let chosen = session.in_hand.as_ref().and_then(|id| rows.iter().position(|row| row == id));
        let in_pane = ui.memory(|memory| memory.focused()) == Some(super::side::focus_id());
        let mut take = None;
        if in_pane {
            let filter = egui::EventFilter { vertical_arrows: true, ..Default::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(super::side::focus_id(), filter));
            let (up, down) = ui.input(|input| (input.key_pressed(Key::ArrowUp), input.key_pressed(Key::ArrowDown)));
            if up || down {
                let now = chosen.unwrap_or(0);
                let next = if down { chosen.map_or(0, |now| now + 1).min(rows.len() - 1) } else { now.saturating_sub(1) };
                take = rows.get(next).cloned();
            }
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut area = ScrollArea::vertical().id_salt("all annotations").auto_shrink([false, false]);
        // What is taken in hand elsewhere is shown here as well.
        if (table.held != session.in_hand || self.side.scroll_to_held)
            && let Some(row) = chosen
        {
            let height = ui.available_height();
            let farthest = (ROW * rows.len() as f32 - height).max(0.0);
            area = area.vertical_scroll_offset((row as f32 * ROW - height / 2.0).clamp(0.0, farthest));
        }
        table.held = session.in_hand.clone();
        self.side.scroll_to_held = false;
        area.show_rows(ui, ROW, rows.len(), |ui, shown| {
            for row in shown {
                if let Some(id) = rows.get(row)
                    && row_ui(ui, session, id, chosen == Some(row), &palette)
                {
                    take = Some(id.clone());
                }
            }
        });
        if let Some(id) = take
            && let Some(mut session) = self.session.take()
        {
            self.hold(&mut session, &id);
            self.side.table.held = Some(id);
            self.side.scroll_to_held = in_pane;
            self.session = Some(session);
        }
    }
}

fn filters_ui(ui: &mut Ui, session: &Session, filter: &mut Filter, sort: &mut Sort) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let kind = filter.kind.as_deref().map_or("any kind", |id| session.glosses().kind_name(id)).to_owned();
        combo(ui, "Kind", &kind, |ui| {
            ui.selectable_value(&mut filter.kind, None, "any kind");
            for kind in &session.glosses().kinds {
                ui.selectable_value(&mut filter.kind, Some(kind.id.to_string()), &kind.name);
            }
        });
        combo(ui, "Strength", filter.strength.map_or("any strength", Strength::name), |ui| {
            ui.selectable_value(&mut filter.strength, None, "any strength");
            for strength in Strength::ALL {
                ui.selectable_value(&mut filter.strength, Some(strength), strength.name());
            }
        });
        let done = |done: Option<bool>| match done {
            None => "to do or not",
            Some(false) => "to do",
            Some(true) => "done",
        };
        combo(ui, "To do", done(filter.done), |ui| {
            for choice in [None, Some(false), Some(true)] {
                ui.selectable_value(&mut filter.done, choice, done(choice));
            }
        });
        let sections = &session.structure.sections;
        let section = filter.section.and_then(|index| sections.get(index)).map_or("any section", |section| section.title.as_str());
        combo(ui, "Section", &super::reader::shorten(section, 22), |ui| {
            ui.selectable_value(&mut filter.section, None, "any section");
            for (index, section) in sections.iter().enumerate().take(500) {
                ui.selectable_value(&mut filter.section, Some(index), super::reader::shorten(&section.title, 60));
            }
        });
        combo(ui, "Order", &format!("by {}", sort.name()), |ui| {
            for choice in Sort::ALL {
                ui.selectable_value(sort, choice, format!("by {}", choice.name()));
            }
        });
    });
}

fn combo(ui: &mut Ui, name: &str, shown: &str, contents: impl FnOnce(&mut Ui)) {
    let combo = ComboBox::from_id_salt(name).selected_text(RichText::new(shown).font(sans(12.5))).show_ui(ui, contents);
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("{name}: {shown}")));
}

fn row_ui(ui: &mut Ui, session: &Session, id: &Id, chosen: bool, palette: &super::theme::Palette) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let Some(annotation) = session.annotation(id) else { return false };
    let kind = session.glosses().kind_name(&annotation.kind);
    let words = session.words_of(&annotation.anchor);
    let color = session.glosses().kind(&annotation.kind).map_or("", |kind| kind.color.as_str());
    let look = palette.kind(&annotation.kind, color);
    let weak = matches!(annotation.strength, Some(Strength::Weak | Strength::Missing));
    let lost = session.outcome(id) == Outcome::Lost;
    let mut meta = vec![kind.to_lowercase()];
    meta.extend(annotation.strength.map(|strength| strength.name().to_owned()));
    let links = session.index().links_of(id).len();
    if links > 0 {
        meta.push(count(links, "link"));
    }
    meta.extend(annotation.done.map(|done| if done { "done".to_owned() } else { "to do".to_owned() }));
    meta.extend(annotation.tags.iter().map(|tag| format!("#{tag}")));
    if lost {
        meta.push("no longer in the text".to_owned());
    }
    let meta = meta.join(" · ");
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, chosen, format!("{meta}: {words}")));
    let painter = ui.painter().with_clip_rect(rect);
    if chosen || response.hovered() {
        painter.rect_filled(rect, 0.0, if chosen { palette.selected } else { palette.selected.gamma_multiply(0.5) });
    }
    painter.rect_filled(
        egui::Rect::from_min_size(rect.left_top() + vec2(14.0, 8.0), vec2(3.0, ROW - 16.0)),
        1.0,
        if weak { palette.weak } else { look.rule },
    );
    let left = rect.left() + 25.0;
    let width = rect.width() - 25.0 - 14.0;
    let mut job = egui::text::LayoutJob::simple(super::reader::shorten(&words, 220), reading(14.0), palette.ink, width);
    job.wrap.max_rows = 2;
    for section in &mut job.sections {
        section.format.line_height = Some(17.0);
    }
    let galley = painter.layout_job(job);
    painter.galley(pos2(left, rect.top() + 6.0), galley, palette.ink);
    let place = annotation
        .anchor
        .span()
        .and_then(|span| session.structure.page_at(span.start))
        .map(|page| format!("p. {}", session.structure.page_label(page)));
    let place = painter.layout_no_wrap(place.unwrap_or_default(), sans(11.0), palette.muted);
    let mut job = egui::text::LayoutJob::simple_singleline(meta, sans(11.0), if weak || lost { palette.weak } else { palette.muted });
    job.wrap = egui::text::TextWrapping::truncate_at_width((width - place.rect.width() - 10.0).max(20.0));
    let galley = painter.layout_job(job);
    painter.galley(pos2(left, rect.bottom() - 18.0), galley, palette.muted);
    painter.galley(pos2(rect.right() - 14.0 - place.rect.width(), rect.bottom() - 18.0), place, palette.muted);
    painter.hline(left..=rect.right() - 14.0, rect.bottom() - 0.5, egui::Stroke::new(1.0, palette.hairline.gamma_multiply(0.7)));
    response.clicked()
}
