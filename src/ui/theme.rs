//! Colours, letters and measures of the window, in one place. Three papers (light, sepia, dark); every text colour
//! keeps 4.5:1 against what it stands on, every rule 3:1, which the tests beneath hold.

use std::sync::Arc;

use egui::style::WidgetVisuals;
use egui::{Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Shadow, Stroke, TextStyle, Visuals};

use crate::session::ThemeChoice;

/// What the window is painted with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Dark letters on light, or the other way round.
    pub dark: bool,
    /// Behind everything.
    pub background: Color32,
    /// Behind the outline and the right side.
    pub panel: Color32,
    /// Behind the text.
    pub paper: Color32,
    /// The text.
    pub ink: Color32,
    /// Words of the window.
    pub ink_ui: Color32,
    /// Captions, page labels, what is less.
    pub muted: Color32,
    /// Lines between things.
    pub hairline: Color32,
    /// A row or tab chosen.
    pub selected: Color32,
    /// Selected text.
    pub selection: Color32,
    /// A match of find, and the one the reader is at.
    pub hit: Color32,
    /// The match the reader is at.
    pub hit_now: Color32,
    /// Weak or missing, and nothing else.
    pub weak: Color32,
    /// Not yet done.
    pub warning: Color32,
    /// Done, on disk.
    pub good: Color32,
    /// Markers, links.
    pub link: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// Light paper.
pub const LIGHT: Palette = Palette {
    dark: false,
    background: rgb(0xf3f1ec),
    panel: rgb(0xf8f6f1),
    paper: rgb(0xfffdf8),
    ink: rgb(0x1f1d1a),
    ink_ui: rgb(0x37342f),
    muted: rgb(0x716c62),
    hairline: rgb(0xdedad0),
    selected: rgb(0xe9e4d8),
    selection: rgb(0xc9dcf2),
    hit: rgb(0xfdeeb5),
    hit_now: rgb(0xf9c74f),
    weak: rgb(0xc0392b),
    warning: rgb(0x8f5a06),
    good: rgb(0x2f7a38),
    link: rgb(0x2a659a),
};

/// Warm paper.
pub const SEPIA: Palette = Palette {
    dark: false,
    background: rgb(0xece0c8),
    panel: rgb(0xf1e6d0),
    paper: rgb(0xf6ecd8),
    ink: rgb(0x3a2f22),
    ink_ui: rgb(0x43382a),
    muted: rgb(0x6e6149),
    hairline: rgb(0xd8c9a9),
    selected: rgb(0xe3d4b4),
    selection: rgb(0xc4d3de),
    hit: rgb(0xf6df9a),
    hit_now: rgb(0xf0b93f),
    weak: rgb(0xab2f22),
    warning: rgb(0x84510a),
    good: rgb(0x33702f),
    link: rgb(0x275d8c),
};

/// Dark paper.
pub const DARK: Palette = Palette {
    dark: true,
    background: rgb(0x191817),
    panel: rgb(0x1e1c1a),
    paper: rgb(0x211f1d),
    ink: rgb(0xe6e1d6),
    ink_ui: rgb(0xcfc9bd),
    muted: rgb(0x9a9488),
    hairline: rgb(0x34312d),
    selected: rgb(0x33302b),
    selection: rgb(0x2b4560),
    hit: rgb(0x57491a),
    hit_now: rgb(0x755a10),
    weak: rgb(0xef6a5b),
    warning: rgb(0xe8a53d),
    good: rgb(0x7cc584),
    link: rgb(0x7db4e0),
};

/// How the words of a kind are marked, besides by colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// One rule beneath.
    Rule,
    /// Two.
    Double,
    /// A box around.
    Box,
    /// A dashed rule.
    Dashed,
    /// A dotted rule.
    Dotted,
}

/// The colours of one kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KindLook {
    /// Under the words.
    pub fill: Color32,
    /// Rules, boxes, squares.
    pub rule: Color32,
    /// Which rule.
    pub mark: Mark,
}

impl Palette {
    /// The palette for a choice, when the system is dark or not.
    pub fn of(choice: ThemeChoice, system_dark: bool) -> Self {
        match choice {
            ThemeChoice::Light => LIGHT,
            ThemeChoice::Sepia => SEPIA,
            ThemeChoice::Dark => DARK,
            ThemeChoice::System if system_dark => DARK,
            ThemeChoice::System => LIGHT,
        }
    }

    /// How kind `id`, of the colour `#rrggbb`, looks on this paper. The standard kinds have tones of their own for
    /// each paper; another colour is moved towards the ink until it can be seen.
    pub fn kind(&self, id: &str, color: &str) -> KindLook {
        let mark = match id {
            "claim" | "evidence" => Mark::Rule,
            "hypothesis" => Mark::Double,
            "citation" => Mark::Box,
            "comment" => Mark::Dotted,
            _ => Mark::Dashed,
        };
        let standard = match (id, color.to_ascii_lowercase().as_str()) {
            ("claim", "#b4860b") => Some(([0xf6e3a6, 0x9c7408], [0x4d4014, 0xe2b93b])),
            ("hypothesis", "#7a4fb0") => Some(([0xe3d6f4, 0x7a4fb0], [0x3b2c52, 0xb793e6])),
            ("citation", "#2f6fa8") => Some(([0xcfe3f5, 0x2f6fa8], [0x1d3a52, 0x7db4e0])),
            ("evidence", "#3d8a45") => Some(([0xd3ebd0, 0x3d8a45], [0x1f4223, 0x7cc584])),
            _ => None,
        };
        let (fill, rule) = match standard {
            Some((light, dark)) => {
                let [fill, rule] = if self.dark { dark } else { light };
                let warm = if *self == SEPIA { mix(rgb(fill), self.paper, 0.30) } else { rgb(fill) };
                (warm, rgb(rule))
            }
            None => {
                let rule = visible(parse_color(color).unwrap_or(self.muted), self.paper, self.ink);
                (mix(self.paper, rule, if self.dark { 0.26 } else { 0.20 }), rule)
            }
        };
        KindLook { fill, rule, mark }
    }
}

/// Reads `#rrggbb`.
pub fn parse_color(text: &str) -> Option<Color32> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    u32::from_str_radix(digits, 16).ok().map(rgb)
}

/// Writes `#rrggbb`.
pub fn format_color(color: Color32) -> String {
    format!("#{:02x}{:02x}{:02x}", color.r(), color.g(), color.b())
}

/// `a` with `share` of `b` in it.
pub fn mix(a: Color32, b: Color32, share: f32) -> Color32 {
    a.lerp_to_gamma(b, share)
}

/// Contrast by WCAG 2: 1 to 21.
pub fn contrast(a: Color32, b: Color32) -> f32 {
    let luminance = |color: Color32| {
        let channel = |value: u8| {
            let value = f32::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// `color`, moved towards `ink` until a rule of it can be seen on `paper`.
fn visible(color: Color32, paper: Color32, ink: Color32) -> Color32 {
    (0..=10).map(|step| mix(color, ink, step as f32 / 10.0)).find(|color| contrast(*color, paper) >= 3.2).unwrap_or(ink)
}

/// The reading face.
pub fn reading(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("reading".into()))
}

/// The reading face, bold.
pub fn reading_bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("reading-bold".into()))
}

/// The reading face, italic.
pub fn reading_italic(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("reading-italic".into()))
}

/// The window's face.
pub fn sans(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Installs the faces. They act from the next frame on.
pub fn install_fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    let faces: [(&str, &'static [u8]); 3] = [
        ("reading", include_bytes!("../../assets/fonts/LibertinusSerif-Regular.otf")),
        ("reading-bold", include_bytes!("../../assets/fonts/LibertinusSerif-Bold.otf")),
        ("reading-italic", include_bytes!("../../assets/fonts/LibertinusSerif-Italic.otf")),
    ];
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        // The regular cut knows letters that the others lack.
        let mut family = vec![name.to_owned(), "reading".to_owned()];
        family.dedup();
        family.extend(fallback.iter().cloned());
        fonts.families.insert(FontFamily::Name(name.into()), family);
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        if let Some(names) = fonts.families.get_mut(&family) {
            names.push("reading".to_owned());
        }
    }
    ctx.set_fonts(fonts);
}

/// Sets the looks of everything that egui draws.
pub fn apply(ctx: &egui::Context, palette: &Palette) {
    let theme = if palette.dark { egui::Theme::Dark } else { egui::Theme::Light };
    ctx.set_theme(theme);
    ctx.style_mut_of(theme, |style| {
        style.visuals = visuals(palette);
        style.spacing.item_spacing = egui::vec2(8.0, 6.0);
        style.spacing.button_padding = egui::vec2(9.0, 4.0);
        style.spacing.interact_size.y = 24.0;
        style.spacing.menu_margin = egui::Margin::same(6);
        style.interaction.selectable_labels = false;
        style.animation_time = 0.0;
        // Lists stop at their ends: nothing moves that the reader did not move.
        style.spacing.scroll.kinetic.rubber_band = false;
        style.text_styles = [
            (TextStyle::Small, sans(11.5)),
            (TextStyle::Body, sans(14.0)),
            (TextStyle::Button, sans(14.0)),
            (TextStyle::Heading, reading_bold(20.0)),
            (TextStyle::Monospace, FontId::monospace(13.0)),
        ]
        .into();
    });
}

fn visuals(palette: &Palette) -> Visuals {
    let mut visuals = if palette.dark { Visuals::dark() } else { Visuals::light() };
    let widget = |fill: Color32, line: Color32, ink: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: CornerRadius::same(6),
        fg_stroke: Stroke::new(1.0, ink),
        expansion: 0.0,
    };
    let raised = if palette.dark { mix(palette.panel, palette.ink, 0.05) } else { palette.paper };
    visuals.widgets.noninteractive = widget(palette.panel, palette.hairline, palette.ink_ui);
    visuals.widgets.inactive = widget(raised, palette.hairline, palette.ink_ui);
    visuals.widgets.hovered = widget(mix(raised, palette.selected, 0.7), mix(palette.hairline, palette.muted, 0.5), palette.ink);
    visuals.widgets.active = widget(palette.selected, palette.muted, palette.ink);
    visuals.widgets.open = widget(palette.selected, palette.hairline, palette.ink);
    visuals.selection.bg_fill = palette.selection;
    visuals.selection.stroke = Stroke::new(1.0, palette.ink);
    visuals.hyperlink_color = palette.link;
    visuals.faint_bg_color = palette.panel;
    visuals.extreme_bg_color = raised;
    visuals.code_bg_color = palette.selected;
    visuals.warn_fg_color = palette.warning;
    visuals.error_fg_color = palette.weak;
    visuals.weak_text_color = Some(palette.muted);
    visuals.window_fill = palette.panel;
    visuals.window_stroke = Stroke::new(1.0, palette.hairline);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.panel_fill = palette.panel;
    let shadow = Shadow { offset: [0, 4], blur: 18, spread: 0, color: Color32::from_black_alpha(if palette.dark { 120 } else { 36 }) };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.text_cursor.blink = false;
    visuals.striped = false;
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_rules_can_be_seen_on_every_paper() {
        for palette in [LIGHT, SEPIA, DARK] {
            for (name, color) in [
                ("ink", palette.ink),
                ("interface", palette.ink_ui),
                ("muted", palette.muted),
                ("weak", palette.weak),
                ("warning", palette.warning),
                ("good", palette.good),
                ("link", palette.link),
            ] {
                for ground in [palette.paper, palette.panel, palette.background] {
                    assert!(contrast(color, ground) >= 4.5, "{name} {color:?} on {ground:?}: {}", contrast(color, ground));
                }
            }
            for kind in crate::annotation::standard_kinds() {
                let look = palette.kind(&kind.id, &kind.color);
                assert!(contrast(look.rule, palette.paper) >= 3.0, "{} rule: {}", kind.id, contrast(look.rule, palette.paper));
                assert!(contrast(palette.ink, look.fill) >= 7.0, "ink on {}: {}", kind.id, contrast(palette.ink, look.fill));
            }
            for ground in [palette.selection, palette.hit, palette.hit_now] {
                assert!(contrast(palette.ink, ground) >= 4.5, "ink on {ground:?}: {}", contrast(palette.ink, ground));
            }
            let pale = palette.kind("own", "#ffffee");
            assert!(contrast(pale.rule, palette.paper) >= 3.0);
        }
    }
}
