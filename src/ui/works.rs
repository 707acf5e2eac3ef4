//! The works that the text cites: a list, and below it the one that is chosen, with all its references side by side and
//! all the places that use it.

use egui::accesskit::Role;
use egui::{ComboBox, Frame, Key, Margin, RichText, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};

use super::Window;
use super::annotation_panel::name_field;
use super::theme::{Palette, reading, sans};
use crate::annotation::Id;
use crate::citation::{Citations, Home, Style, Work};
use crate::review::argument::count;
use crate::session::{Session, Use};

/// In what order works are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Place,
    Author,
    Year,
    Use,
}

impl Order {
    const ALL: [Order; 4] = [Order::Place, Order::Author, Order::Year, Order::Use];

    fn name(self) -> &'static str {
        match self {
            Order::Place => "first use",
            Order::Author => "author",
            Order::Year => "year",
            Order::Use => "most used",
        }
    }
}

/// The tab's own state.
#[derive(Default)]
pub struct Works {
    words: String,
    order: Order,
    chosen: Option<usize>,
    /// The rows, and what they were made for.
    rows: Vec<usize>,
    made_for: Option<(String, Order, usize)>,
    /// Where the chosen one is used, kept while it is shown.
    uses: Option<(usize, Vec<Use>)>,
    scroll: bool,
}

const ROW: f32 = 50.0;
/// Uses shown of one work: beyond that, a list says no more than its number.
const SHOWN: usize = 400;

impl Window {
    pub(super) fn works_ui(&mut self, ui: &mut Ui) {
        let palette = self.palette;
        let Some(session) = &self.session else { return };
        let Some(citations) = session.citations().cloned() else {
            say(ui, "The references of this text are being read.", &palette);
            return;
        };
        if citations.works.is_empty() {
            say(ui, "No reference was found in this text, neither in notes nor in a list.", &palette);
            return;
        }
        let tab = &mut self.side.works;
        tab.head(ui, &citations, &palette);
        tab.list_rows(session, &citations);
        let here = tab.chosen.and_then(|chosen| tab.rows.iter().position(|&row| row == chosen));
        let (mut go, mut hold) = (None, None);
        if ui.memory(|memory| memory.focused()) == Some(super::side::focus_id()) {
            let filter = egui::EventFilter { vertical_arrows: true, ..Default::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(super::side::focus_id(), filter));
            let (up, down, enter) =
                ui.input(|input| (input.key_pressed(Key::ArrowUp), input.key_pressed(Key::ArrowDown), input.key_pressed(Key::Enter)));
            if up || down {
                let now = here.unwrap_or(0);
                let next = if down { here.map_or(0, |now| now + 1).min(tab.rows.len().saturating_sub(1)) } else { now.saturating_sub(1) };
                tab.choose(tab.rows.get(next).copied());
                tab.scroll = true;
            }
            if enter {
                go = tab.chosen.and_then(|work| session.uses_of(work).first().map(|first| first.at));
            }
        }
        let full = ui.available_height();
        let below = if tab.chosen.is_some() { (full * 0.55).max(120.0).min(full - 80.0) } else { 0.0 };
        let list = (full - below).max(60.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut area = ScrollArea::vertical().id_salt("works").auto_shrink([false, false]).max_height(list);
        if std::mem::take(&mut tab.scroll)
            && let Some(row) = tab.chosen.and_then(|chosen| tab.rows.iter().position(|&row| row == chosen))
        {
            let farthest = (ROW * tab.rows.len() as f32 - list).max(0.0);
            area = area.vertical_scroll_offset((row as f32 * ROW - list / 2.0).clamp(0.0, farthest));
        }
        let mut take = None;
        area.show_rows(ui, ROW, tab.rows.len(), |ui, shown| {
            for &work in tab.rows.get(shown).unwrap_or(&[]) {
                if row_ui(ui, session, &citations, work, tab.chosen == Some(work), &palette) {
                    take = Some(work);
                }
            }
        });
        if tab.rows.is_empty() {
            say(ui, "No work passes this filter.", &palette);
        }
        if let Some(work) = take {
            let again = tab.chosen == Some(work);
            tab.choose((!again).then_some(work));
        }
        if let Some(work) = tab.chosen {
            ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), egui::Stroke::new(1.0, palette.hairline));
            let (place, annotation) = tab.detail_ui(ui, session, &citations, work, &palette);
            go = place.or(go);
            hold = annotation;
        }
        if let Some(id) = hold
            && let Some(mut session) = self.session.take()
        {
            self.hold(&mut session, &id);
            self.session = Some(session);
            self.focus_text();
        }
        if let Some(at) = go
            && let Some(session) = &mut self.session
        {
            session.go(at);
            self.reader.show_upper(at);
            self.focus_text();
        }
    }

    /// Shows work `work` in its tab.
    pub(super) fn show_work(&mut self, work: usize) {
        self.show_tab(super::side::Tab::Works);
        self.side.works.choose(Some(work));
        self.side.works.scroll = true;
    }
}

impl Works {
    fn choose(&mut self, work: Option<usize>) {
        self.chosen = work;
        self.uses = None;
    }

    fn head(&mut self, ui: &mut Ui, citations: &Citations, palette: &Palette) {
        Frame::NONE.inner_margin(Margin { left: 14, right: 14, top: 10, bottom: 6 }).show(ui, |ui| {
            let field = ui.add(TextEdit::singleline(&mut self.words).hint_text("Author, title or year").desired_width(f32::INFINITY));
            name_field(&field, "Filter works");
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                let words = if self.rows.len() == citations.works.len() || self.words.trim().is_empty() {
                    count(citations.works.len(), "work")
                } else {
                    format!("{} of {}", self.rows.len(), count(citations.works.len(), "work"))
                };
                ui.label(RichText::new(words).font(sans(12.0)).color(palette.muted));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let shown = format!("by {}", self.order.name());
                    let combo =
                        ComboBox::from_id_salt("order of works").selected_text(RichText::new(&shown).font(sans(12.5))).show_ui(ui, |ui| {
                            for order in Order::ALL {
                                ui.selectable_value(&mut self.order, order, format!("by {}", order.name()));
                            }
                        });
                    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("Order: {shown}")));
                });
            });
        });
    }

    /// The works that pass the filter, in order; made anew only when something changed.
    fn list_rows(&mut self, session: &Session, citations: &Citations) {
        let key = (self.words.trim().to_lowercase(), self.order, citations.works.len());
        if self.made_for.as_ref() == Some(&key) {
            return;
        }
        let wanted: Vec<&str> = key.0.split_whitespace().collect();
        let passes = |work: usize| {
            let name = session.work_name(work).to_lowercase();
            wanted.iter().all(|word| name.contains(word))
        };
        self.rows = (0..citations.works.len()).filter(|&work| wanted.is_empty() || passes(work)).collect();
        let work = |index: &usize| citations.works.get(*index);
        match self.order {
            Order::Place => self.rows.sort_by_cached_key(|index| work(index).map(|work| first_use(work, citations))),
            Order::Author => {
                self.rows.sort_by_cached_key(|index| work(index).map(|work| (work.authors.join(" ").to_lowercase(), work.year.clone())))
            }
            Order::Year => self.rows.sort_by_cached_key(|index| std::cmp::Reverse(work(index).and_then(|work| work.year.clone()))),
            Order::Use => self.rows.sort_by_cached_key(|index| std::cmp::Reverse(work(index).map_or(0, |work| used(work, citations)))),
        }
        self.made_for = Some(key);
    }

    /// What is known of the chosen work; gives where to go, or what to take in hand, if the reader wants to.
    fn detail_ui(
        &mut self, ui: &mut Ui, session: &Session, citations: &Citations, work: usize, palette: &Palette,
    ) -> (Option<usize>, Option<Id>) {
        let uses = match &self.uses {
            Some((own, _)) if *own == work => &self.uses,
            _ => {
                self.uses = Some((work, session.uses_of(work)));
                &self.uses
            }
        };
        let (Some((_, uses)), Some(known)) = (uses.as_ref(), citations.works.get(work)) else { return (None, None) };
        let (mut go, mut hold) = (None, None);
        ScrollArea::vertical().id_salt(("work", work)).auto_shrink([false, false]).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin { left: 16, right: 14, top: 10, bottom: 12 }).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                let title = title_of(session, citations, known);
                ui.label(RichText::new(title).font(reading(16.0)).color(palette.ink));
                let by: Vec<String> =
                    [(!known.authors.is_empty()).then(|| known.authors.join(", ")), known.year.clone()].into_iter().flatten().collect();
                if !by.is_empty() {
                    ui.label(RichText::new(by.join(" · ")).font(sans(12.5)).color(palette.ink_ui));
                }
                hold = super::chain::rests_ui(ui, session, work, palette);
                let describing: Vec<&Use> = uses.iter().filter(|own| own.describes).collect();
                let pointing: Vec<&Use> = uses.iter().filter(|own| !own.describes).collect();
                for (name, list) in [("How it is described", describing), ("Where the text points to it", pointing)] {
                    if list.is_empty() {
                        continue;
                    }
                    ui.add_space(8.0);
                    super::outline::caption(ui, name, palette);
                    for own in list.iter().take(SHOWN) {
                        if use_ui(ui, own, palette) {
                            go = Some(own.at);
                        }
                    }
                    if list.len() > SHOWN {
                        ui.label(RichText::new(format!("and {} more", list.len() - SHOWN)).font(sans(12.0)).color(palette.muted));
                    }
                }
            });
        });
        (go, hold)
    }
}

/// A place that describes or uses a work; true when it was clicked.
fn use_ui(ui: &mut Ui, own: &Use, palette: &Palette) -> bool {
    let place = sans(11.0);
    let left = 78.0;
    let width = (ui.available_width() - left).max(60.0);
    let words = super::reader::shorten(&own.words, 320);
    let mut job = egui::text::LayoutJob::simple(words.clone(), reading(13.5), palette.ink, width);
    for section in &mut job.sections {
        section.format.line_height = Some(18.0);
    }
    let galley = ui.painter().layout_job(job);
    let doubt = own.doubt.as_ref().map(|doubt| ui.painter().layout(format!("not sure: {doubt}"), sans(11.0), palette.warning, width));
    let label = {
        let mut job = egui::text::LayoutJob::simple_singleline(own.place.clone(), place, palette.link);
        job.wrap = egui::text::TextWrapping::truncate_at_width(left - 10.0);
        ui.painter().layout_job(job)
    };
    let height = galley.rect.height() + doubt.as_ref().map_or(0.0, |doubt| doubt.rect.height() + 1.0) + 6.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let said = match &own.doubt {
        Some(doubt) => format!("{}: {words}. Not sure: {doubt}", own.place),
        None => format!("{}: {words}", own.place),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &said));
    let painter = ui.painter().with_clip_rect(rect.expand2(vec2(8.0, 0.0)));
    if response.hovered() || response.has_focus() {
        painter.rect_filled(rect.expand2(vec2(6.0, 0.0)), 4.0, palette.selected.gamma_multiply(0.6));
    }
    painter.galley(pos2(rect.left(), rect.top() + 5.0), label, palette.link);
    let bottom = rect.top() + 3.0 + galley.rect.height();
    painter.galley(pos2(rect.left() + left, rect.top() + 3.0), galley, palette.ink);
    if let Some(doubt) = doubt {
        painter.galley(pos2(rect.left() + left, bottom + 1.0), doubt, palette.warning);
    }
    let response = response.on_hover_text("Go there");
    response.clicked() || (response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)))
}

/// Its title, or where none was found the words of its best reference.
fn title_of(session: &Session, citations: &Citations, work: &Work) -> String {
    let best = || citations.references.get(work.best).map(|best| session.quote(&best.parts)).unwrap_or_default();
    super::reader::shorten(&work.title.clone().unwrap_or_else(best), 240)
}

/// Where the text first names it; the entry of a list is no use of it.
fn first_use(work: &Work, citations: &Citations) -> usize {
    let notes = work.references.iter().filter_map(|&index| citations.references.get(index)).filter(|own| matches!(own.home, Home::Note(_)));
    let prose = work.citations.iter().filter_map(|&index| citations.citations.get(index));
    notes.map(|own| own.span().start).chain(prose.map(|own| own.span().start)).min().unwrap_or(usize::MAX)
}

/// How often the text uses `work`: a note counts once however many markers it has.
fn used(work: &Work, citations: &Citations) -> usize {
    let notes = work.references.iter().filter_map(|&index| citations.references.get(index)).filter(|own| matches!(own.home, Home::Note(_)));
    let prose = work.citations.iter().filter_map(|&index| citations.citations.get(index)).filter(|own| own.style != Style::Note);
    notes.count() + prose.count()
}

fn row_ui(ui: &mut Ui, session: &Session, citations: &Citations, index: usize, chosen: bool, palette: &Palette) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let Some(work) = citations.works.get(index) else { return false };
    let title = title_of(session, citations, work);
    let authors = match work.authors.as_slice() {
        [] => "no author".to_owned(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [first, ..] => format!("{first} et al."),
    };
    let meta = match &work.year {
        Some(year) => format!("{authors} · {year}"),
        None => format!("{authors} · no year"),
    };
    let times = used(work, citations);
    let often = match times {
        0 => "never cited".to_owned(),
        times => count(times, "place"),
    };
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, chosen, format!("{title}; {meta}; {often}")));
    let painter = ui.painter().with_clip_rect(rect);
    if chosen || response.hovered() {
        painter.rect_filled(rect, 0.0, if chosen { palette.selected } else { palette.selected.gamma_multiply(0.5) });
    }
    let left = rect.left() + 16.0;
    let width = rect.width() - 16.0 - 14.0;
    let mut job = egui::text::LayoutJob::simple_singleline(title, reading(14.5), palette.ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width);
    painter.galley(pos2(left, rect.top() + 7.0), painter.layout_job(job), palette.ink);
    let often = painter.layout_no_wrap(often, sans(11.0), palette.muted);
    let mut job = egui::text::LayoutJob::simple_singleline(meta, sans(11.5), palette.muted);
    job.wrap = egui::text::TextWrapping::truncate_at_width((width - often.rect.width() - 10.0).max(20.0));
    painter.galley(pos2(left, rect.bottom() - 20.0), painter.layout_job(job), palette.muted);
    painter.galley(pos2(rect.right() - 14.0 - often.rect.width(), rect.bottom() - 20.0), often, palette.muted);
    painter.hline(left..=rect.right() - 14.0, rect.bottom() - 0.5, egui::Stroke::new(1.0, palette.hairline.gamma_multiply(0.7)));
    response.clicked()
}

/// Words that stand where there is nothing to list.
pub(super) fn say(ui: &mut Ui, words: &str, palette: &Palette) {
    Frame::NONE.inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
        ui.label(RichText::new(words).color(palette.muted));
    });
}
