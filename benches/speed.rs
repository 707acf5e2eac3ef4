//! The speed figures that the README quotes: `cargo bench`, or `cargo bench -- scroll` for those of one name.
//!
//! A figure stands beside a baseline of the same run on the same machine, since milliseconds alone say little: the
//! same work on a text a tenth as long, or the least that any program would have to do. Bars are held against the
//! time on the clock. Where other programs want the processor too, the time spent waiting for it is told apart.

#![allow(clippy::print_stdout)]

use std::error::Error;
use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use egui::epaint::{ClippedShape, Primitive, Shape};
use egui::{Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, Rangef, RawInput, Rect, TouchPhase, pos2, vec2};
use glossator::annotation::{Annotation, End, Glosses, Id, Kind, Link, Outcome, Strength};
use glossator::citation;
use glossator::review;
use glossator::review::map::{Drawing, Filter, Map};
use glossator::session::{Progress, Request, Selection, Session, Settings, SidecarChoice, Wake};
use glossator::sidecar;
use glossator::structure;
use glossator::text::{SourceText, Span};
use glossator::ui::Window;
use sha2::{Digest, Sha256};
use unicode_segmentation::UnicodeSegmentation;

type Done<T = ()> = Result<T, Box<dyn Error>>;

/// A frame at 60 Hz with half of it left for the graphics.
const FRAME: Duration = Duration::from_millis(8);
/// What a key may take before it feels late, ten times over.
const KEY: Duration = Duration::from_millis(5);
/// How much more a text ten times as long may cost.
const GROWTH: f64 = 1.5;

/// Measures and prints its rows.
type Figure = fn(&mut Bench) -> Done;

fn main() -> Done {
    let filter = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let figures: [(&str, Figure); 9] = [
        ("scroll", scroll),
        ("tag", tag),
        ("save", save),
        ("find", find),
        ("open", open),
        ("analysis", analysis),
        ("review", review_of),
        ("map", map),
        ("idle", idle),
    ];
    let mut bench = Bench::default();
    bench.row(["figure", "value", "baseline in the same run", "ratio", "bar"].map(str::to_owned));
    bench.row(["-", "-", "-", "-", "-"].map(|dash| dash.repeat(3)));
    let mut ran = 0;
    for (name, figure) in figures {
        if name.contains(&filter) {
            figure(&mut bench)?;
            ran += 1;
        }
    }
    if ran == 0 {
        return Err(format!("no figure is called {filter}").into());
    }
    if bench.missed > 0 {
        println!("\n{} missed", bench.missed);
    }
    Ok(())
}

// ---- the figures ----

/// Frames while a wheel turns: input, layout, painting into shapes, and tessellation.
fn scroll(bench: &mut Bench) -> Done {
    let (big, small) = (bench.big()?, bench.small()?);
    type Prepare = fn(&mut Stage) -> Done;
    let ways: [(&str, f32, usize, Prepare); 4] = [
        ("scroll", 1.0, 200, |_| Ok(())),
        ("scroll, eight notches a frame", 8.0, 25, |_| Ok(())),
        ("scroll, all annotations listed", 1.0, 200, |stage| {
            stage.frame(vec![key(Key::Num2, Modifiers::ALT)]);
            Ok(())
        }),
        ("scroll, a word found everywhere", 1.0, 200, |stage| {
            let wake = stage.window.wake();
            let session = stage.session()?;
            session.find.query.words = WORD.to_owned();
            session.search(&wake);
            stage.until_quiet()
        }),
    ];
    for (name, notches, frames, prepare) in ways {
        let (mut at_big, mut at_small) = (Times::default(), Times::default());
        let mut drawn = String::new();
        // By turns, so that what else the machine does falls on both.
        for turn in 0..800 / frames {
            let share = [0.05, 0.3, 0.55, 0.75][turn % 4];
            for (desk, times) in [(&big, &mut at_big), (&small, &mut at_small)] {
                let mut stage = Stage::open(desk, share)?;
                prepare(&mut stage)?;
                drawn = stage.scroll(notches, frames, times)?;
            }
        }
        let (value, base) = (at_big.at(0.99), at_small.at(0.99));
        let ratio = value.as_secs_f64() / base.as_secs_f64();
        bench.add(
            &format!("{name}: frame, p99"),
            time(value),
            format!("100 KB: {}", time(base)),
            Some(ratio),
            &[(format!("{} ms", FRAME.as_millis()), value <= FRAME), (format!("×{GROWTH}"), ratio <= GROWTH)],
        );
        bench.note(&format!("p50, max of {}; {drawn}", at_big.len()), at_big.line(), format!("100 KB: {}", at_small.line()));
        bench.note("p99 without waits for a core", time(at_big.busy(0.99)), format!("100 KB: {}", time(at_small.busy(0.99))));
    }
    Ok(())
}

/// Tagging and taking back among ten thousand annotations, with saving running beside.
fn tag(bench: &mut Bench) -> Done {
    let (big, small) = (bench.big()?, bench.small()?);
    let (mut tags, mut undos, mut few_tags, mut few_undos) = (Times::default(), Times::default(), Times::default(), Times::default());
    for (desk, tags, undos) in [(&big, &mut tags, &mut undos), (&small, &mut few_tags, &mut few_undos)] {
        let mut session = desk.session()?;
        session.start_saving(Arc::new(|| {}));
        let before = session.glosses().annotations.len();
        for turn in 0..200 {
            let sentence = desk.sentence(&session, turn, 200);
            tags.take(|| {
                session.selection = Selection::of(sentence);
                session.tag(1).is_ok()
            })?;
            undos.take(|| session.undo().is_some())?;
            // Never so fast that the saver has no pause to write in.
            std::thread::sleep(Duration::from_millis(6));
        }
        check(session.glosses().annotations.len() == before, "undo takes back what was tagged")?;
        session.close()?;
    }
    for (name, times, few) in [("tag", tags, few_tags), ("undo", undos, few_undos)] {
        bench.timed(&format!("{name}: the change, p99"), &times, 0.99, ("1,000", few.at(0.99)), Some(KEY));
    }

    // The same as the reader feels it: the frame in which the key is pressed, all that is derived made anew.
    let mut frames = [const { Times(Vec::new()) }; 4];
    for turn in 0..3 {
        for (which, desk) in [&big, &small].into_iter().enumerate() {
            let mut stage = Stage::open(desk, 0.2 + 0.2 * f64::from(turn))?;
            let count = stage.session()?.glosses().annotations.len();
            for _ in 0..60 {
                stage.frame(vec![key(Key::S, Modifiers::NONE)]);
                frames[which].0.push(stage.frame(vec![key(Key::Num1, Modifiers::NONE)]).cost);
                check(stage.session()?.glosses().annotations.len() == count + 1, "the key 1 tags the sentence")?;
                stage.frame(Vec::new());
                frames[2 + which].0.push(stage.frame(vec![key(Key::Z, Modifiers::COMMAND)]).cost);
                check(stage.session()?.glosses().annotations.len() == count, "Ctrl+Z takes it back")?;
                stage.frame(vec![key(Key::ArrowRight, Modifiers::NONE)]);
            }
            stage.window.close_session();
        }
    }
    let [tagged, few_tagged, undone, few_undone] = frames;
    for (name, times, few) in [("tag", tagged, few_tagged), ("undo", undone, few_undone)] {
        bench.timed(&format!("{name}: its whole frame, p99"), &times, 0.99, ("1,000", few.at(0.99)), Some(FRAME));
    }
    Ok(())
}

/// What a save costs the window, and what it costs the thread beside it.
fn save(bench: &mut Bench) -> Done {
    let big = bench.big()?;
    let mut session = big.session()?;
    let ends: Arc<Mutex<Vec<Instant>>> = Arc::default();
    let told = Arc::clone(&ends);
    let wake: Wake = Arc::new(move || {
        if let Ok(mut ends) = told.lock() {
            ends.push(Instant::now());
        }
    });
    session.start_saving(wake);

    let mut handed = Times::default();
    for _ in 0..200 {
        handed.take(|| black_box(session.glosses().clone()).annotations.len() == COUNT)?;
    }
    let (mut writes, mut plain) = (Times::default(), Times::default());
    let content = std::fs::read(sidecar::path_of(&big.path))?;
    let beside = big.folder.path().join("beside");
    for turn in 0..9 {
        session.selection = Selection::of(big.sentence(&session, turn, 9));
        session.tag(2)?;
        session.undo();
        writes.take(|| session.save_now().is_ok())?;
        plain.take(|| {
            let written = std::fs::File::create(&beside).and_then(|mut file| {
                file.write_all(&content)?;
                file.sync_all()
            });
            written.is_ok()
        })?;
    }
    bench.timed("save: handing the work over, p99", &handed, 0.99, ("write on the thread", writes.at(0.5)), Some(Duration::from_millis(1)));
    let megabytes = content.len() as f64 / 1e6;
    bench.timed(&format!("save: the write on the thread, {megabytes:.1} MB"), &writes, 0.5, ("write + fsync", plain.at(0.5)), None);

    // Without a pause the saver writes every 240 ms: tag on until it has, and see what happens meanwhile.
    if let Ok(mut ends) = ends.lock() {
        ends.clear();
    }
    let mut tags: Vec<(Instant, Cost)> = Vec::new();
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(4) {
        session.selection = Selection::of(big.sentence(&session, tags.len() % 500, 500));
        let (result, cost) = clocked(|| session.tag(1).is_ok());
        check(result, "tags while saving")?;
        tags.push((Instant::now(), cost));
        session.undo();
        std::thread::sleep(Duration::from_millis(1));
    }
    session.close()?;
    let writing = writes.at(0.5);
    let ends = ends.lock().map_err(|_| "a save panicked")?.clone();
    let in_flight = |at: Instant| ends.iter().any(|&end| at <= end && end - at <= writing);
    let (during, between): (Vec<_>, Vec<_>) = tags.into_iter().partition(|&(at, _)| in_flight(at));
    let (during, between) = (costs(during), costs(between));
    check(ends.len() >= 4 && during.len() >= 20, "saves happen while tagging goes on")?;
    let name = format!("save: tag while a save is in flight, p99 of {}", during.len());
    bench.timed(&name, &during, 0.99, ("none in flight", between.at(0.99)), Some(KEY));
    Ok(())
}

/// All of a word in the whole text.
fn find(bench: &mut Bench) -> Done {
    let big = bench.big()?;
    let wake: Wake = Arc::new(|| {});
    let (mut first, mut again, mut raw) = (Times::default(), Times::default(), Times::default());
    let (mut found, mut there) = (0, 0);
    let finder = memchr::memmem::Finder::new(WORD);
    for _ in 0..5 {
        let mut session = big.session()?;
        for turn in 0..10 {
            session.find.query.words = WORD.to_owned();
            session.forget_search();
            let times = if turn == 0 { &mut first } else { &mut again };
            times.take(|| {
                session.search(&wake);
                while session.find.is_running() && !session.poll_search() {
                    std::thread::yield_now();
                }
                found = session.find.matches.len();
                found > 0
            })?;
            raw.take(|| {
                there = finder.find_iter(session.source.as_str().as_bytes()).count();
                there > 0
            })?;
        }
    }
    // A word that is broken at the end of a line is found as well, but not in the raw text.
    check(found >= there, "find finds what stands in the text")?;
    bench.timed(&format!("find {found} in 1 MB, again"), &again, 0.5, (&format!("memmem, {there}"), raw.at(0.5)), None);
    bench.timed("find, the first time", &first, 0.5, ("again", again.at(0.5)), None);
    Ok(())
}

/// From a path to a document one can work in.
fn open(bench: &mut Bench) -> Done {
    let big = bench.big()?;
    let (mut opened, mut bare, mut raw) = (Times::default(), Times::default(), Times::default());
    for _ in 0..9 {
        opened.take(|| big.session().is_ok())?;
        let mut request = big.request();
        request.sidecar = SidecarChoice::Without;
        bare.take(|| Session::open(&request, &Progress::default()).is_ok())?;
        raw.take(|| {
            let read = std::fs::read(&big.path).ok().and_then(|bytes| String::from_utf8(bytes).ok());
            read.is_some_and(|text| !black_box(Sha256::digest(text.as_bytes())).is_empty())
        })?;
    }
    bench.timed("open 1 MB with 10,000 annotations", &opened, 0.5, ("read + UTF-8 + SHA-256", raw.at(0.5)), None);
    bench.timed("open 1 MB without them", &bare, 0.5, ("read + UTF-8 + SHA-256", raw.at(0.5)), None);
    Ok(())
}

/// From characters to structure, and on to references, works and citations.
fn analysis(bench: &mut Bench) -> Done {
    let mut per_byte = Vec::new();
    for (name, bytes, turns) in [("50 KB", 50_000, 41), ("1 MB", 1_000_000, 9), ("20 MB", 20_000_000, 3)] {
        let source = SourceText::from_utf8(&thesis(bytes));
        let (mut shape, mut whole, mut sentences) = (Times::default(), Times::default(), Times::default());
        for _ in 0..turns {
            shape.take(|| {
                let structure = black_box(structure::analyse(&source));
                structure.blocks.len() > bytes / 2000 && structure.sections.len() > bytes / 40_000 && structure.notes.len() > bytes / 10_000
            })?;
            whole.take(|| {
                let structure = structure::analyse(&source);
                let sources = black_box(citation::analyse(&source, &structure));
                sources.references.len() > bytes / 10_000 && sources.works.len() > 10
            })?;
            sentences.take(|| source.as_str().split_sentence_bound_indices().count() > bytes / 1000)?;
        }
        let speed = |times: &Times| source.len() as f64 / 1e6 / times.at(0.5).as_secs_f64();
        let (own, all, base) = (speed(&shape), speed(&whole), speed(&sentences));
        let baseline = format!("sentence bounds: {base:.1} MB/s");
        bench.add(&format!("structure of {name}"), format!("{own:.1} MB/s"), baseline.clone(), Some(own / base), &[]);
        let bar = ("8 MB/s".to_owned(), all >= 8.0);
        bench.add(&format!("whole analysis of {name}"), format!("{all:.1} MB/s"), baseline, Some(all / base), &[bar]);
        per_byte.push(whole.at(0.5).as_secs_f64() / source.len() as f64 * 1e9);
    }
    if let [short, .., long] = per_byte[..] {
        let ratio = long / short;
        let bar = (format!("×{GROWTH}"), ratio <= GROWTH);
        bench.add("whole analysis of 20 MB, for each byte", format!("{long:.0} ns"), format!("50 KB: {short:.0} ns"), Some(ratio), &[bar]);
    }
    memory(bench)
}

/// All rules and suggestions, on what was read before.
fn review_of(bench: &mut Bench) -> Done {
    for (name, bytes, turns, bar) in [("50 KB", 50_000, 41, 0.020), ("10 MB", 10_000_000, 3, 2.0)] {
        let source = SourceText::from_utf8(&thesis(bytes));
        let structure = structure::analyse(&source);
        let citations = citation::analyse(&source, &structure);
        let (mut own, mut sentences) = (Times::default(), Times::default());
        for _ in 0..turns {
            own.take(|| black_box(review::review(&source, &structure, &citations)).findings.len() < bytes)?;
            sentences.take(|| source.as_str().split_sentence_bound_indices().count() > bytes / 1000)?;
        }
        let (own, base) = (own.at(0.5).as_secs_f64(), sentences.at(0.5).as_secs_f64());
        let bar = (format!("{} ms", bar * 1000.0), own <= bar);
        bench.add(
            &format!("review of {name}"),
            format!("{:.1} ms", own * 1000.0),
            format!("sentence bounds: {:.1} ms", base * 1000.0),
            Some(own / base),
            &[bar],
        );
    }
    Ok(())
}

/// How much memory `glossator analyze` takes for a text of 20 MB.
fn memory(bench: &mut Bench) -> Done {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("thesis.txt");
    let text = thesis(20_000_000);
    std::fs::write(&path, &text)?;
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_glossator"));
    let mut child =
        command.arg("analyze").arg(&path).arg("--json").stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0.0_f64;
    while child.try_wait()?.is_none() {
        let words = std::fs::read_to_string(&status).unwrap_or_default();
        let peak = words
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))
            .and_then(|rest| rest.trim().trim_end_matches(" kB").trim().parse::<f64>().ok());
        most = most.max(peak.unwrap_or(0.0) / 1000.0);
        std::thread::sleep(Duration::from_millis(2));
    }
    if most > 0.0 {
        let text = text.len() as f64 / 1e6;
        let most_allowed = 6.0 * text + 100.0;
        let bar = (format!("{most_allowed:.0} MB"), most <= most_allowed);
        bench.add("memory of analyze, 20 MB", format!("{most:.0} MB"), format!("the text: {text:.0} MB"), Some(most / text), &[bar]);
    }
    Ok(())
}

/// The argument map of 500 annotations: made and laid out, and a frame of it while it is dragged.
fn map(bench: &mut Bench) -> Done {
    let many = desk(&mut None, 1 << 20, 500)?;
    let few = desk(&mut None, 100 << 10, 50)?;
    let (mut made, mut made_few) = (Times::default(), Times::default());
    for (desk, times) in [(&many, &mut made), (&few, &mut made_few)] {
        let session = desk.session()?;
        for _ in 0..40 {
            times.take(|| {
                let map =
                    Map::new(session.source.as_str(), &session.structure, session.glosses(), session.index(), &|id| session.is_cited(id));
                let view = map.choose(&session.structure, &Filter::default());
                black_box(Drawing::new(&map, &view)).boxes.len() > desk_size(&map)
            })?;
        }
    }
    bench.timed(
        "map of 500 annotations: made and laid out, p50",
        &made,
        0.5,
        ("50 annotations", made_few.at(0.5)),
        Some(Duration::from_millis(20)),
    );
    let mut frames = Times::default();
    let mut stage = Stage::open(&many, 0.3)?;
    stage.frame(vec![key(Key::Num5, Modifiers::ALT)]);
    stage.frame(vec![key(Key::Num0, Modifiers::NONE)]);
    let press = |pressed, pos| Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    stage.frame(vec![Event::PointerMoved(MIDDLE)]);
    stage.frame(vec![press(true, MIDDLE)]);
    for turn in 0..200 {
        let drawn = stage.frame(vec![Event::PointerMoved(MIDDLE + vec2((turn % 40) as f32, 0.0))]);
        check(drawn.shapes > 400, "the map is on the screen")?;
        frames.0.push(drawn.cost);
    }
    bench.timed("map of 500 annotations, all in view: frame, p99", &frames, 0.99, ("half a frame", FRAME), Some(FRAME));
    Ok(())
}

/// Every annotation but comments without links is at least one box.
fn desk_size(map: &Map) -> usize {
    map.annotations / 2
}

/// Whether the window leaves the processor alone when nothing happens.
fn idle(bench: &mut Bench) -> Done {
    let big = bench.big()?;
    for (name, pointer) in [("idle", None), ("idle, the pointer resting on the text", Some(MIDDLE))] {
        let mut stage = Stage::open(&big, 0.3)?;
        stage.frame(pointer.map(Event::PointerMoved).into_iter().collect());
        for _ in 0..120 {
            stage.frame(Vec::new());
        }
        let asked = (0..50).filter(|_| stage.frame(Vec::new()).next < Duration::from_secs(1)).count();
        bench.add(
            &format!("{name}: frames of 50 that ask for another"),
            asked.to_string(),
            String::new(),
            None,
            &[("0".into(), asked == 0)],
        );
    }
    Ok(())
}

// ---- frames without a screen ----

const SCREEN: Rect = Rect { min: Pos2::ZERO, max: pos2(1440.0, 920.0) };
/// Where paragraphs begin across, with both sides shown.
const COLUMN: Rangef = Rangef { min: 260.0, max: 600.0 };
/// In the column of text.
const MIDDLE: Pos2 = pos2(640.0, 460.0);

/// A window on a text, and the time as it is told.
struct Stage {
    ctx: Context,
    window: Window,
    now: f64,
}

/// What a frame cost and gave.
struct Drawn {
    cost: Cost,
    /// When the window wants the next one.
    next: Duration,
    /// Letters, their longest run, shapes and vertices.
    letters: usize,
    words: String,
    shapes: usize,
    vertices: usize,
}

impl Stage {
    /// Opens the text as the window does, at `share` of its length, and steps until it stands still.
    fn open(desk: &Desk, share: f64) -> Done<Self> {
        let ctx = Context::default();
        let mut settings = Settings::default();
        settings.places.insert(desk.path.display().to_string(), (share * desk.length as f64) as usize);
        let mut window = Window::new(&ctx, settings, None);
        window.open(&desk.path);
        let mut stage = Self { ctx, window, now: 0.0 };
        stage.until_quiet()?;
        let session = stage.session()?;
        check(session.read_only().is_none(), "the text is opened for writing")?;
        check(session.glosses().annotations.len() == desk.count, "all annotations are there")?;
        Ok(stage)
    }

    fn session(&mut self) -> Done<&mut Session> {
        Ok(self.window.session.as_deref_mut().ok_or("no text is open")?)
    }

    fn until_quiet(&mut self) -> Done {
        let begun = Instant::now();
        while self.window.is_busy() || self.window.session.is_none() {
            self.frame(Vec::new());
            std::thread::sleep(Duration::from_millis(2));
            check(begun.elapsed() < Duration::from_secs(60), "the window comes to rest within a minute")?;
        }
        for _ in 0..10 {
            self.frame(Vec::new());
        }
        Ok(())
    }

    fn frame(&mut self, events: Vec<Event>) -> Drawn {
        self.now += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(SCREEN),
            max_texture_side: Some(8192),
            time: Some(self.now),
            focused: true,
            events,
            ..RawInput::default()
        };
        let (ctx, window) = (&self.ctx, &mut self.window);
        let (mut output, laid) = clocked(|| {
            ctx.run_ui(input, |ui| {
                window.logic(ctx);
                window.ui(ui);
            })
        });
        output.textures_delta.clear();
        let next = output.viewport_output.values().map(|viewport| viewport.repaint_delay).min().unwrap_or(Duration::MAX);
        let (shapes, points) = (std::mem::take(&mut output.shapes), output.pixels_per_point);
        let mut seen = Seen::default();
        shapes.iter().for_each(|ClippedShape { shape, .. }| seen.look(shape));
        let (primitives, meshed) = clocked(|| ctx.tessellate(shapes, points));
        let vertices = primitives.iter().map(|primitive| match &primitive.primitive {
            Primitive::Mesh(mesh) => mesh.vertices.len(),
            Primitive::Callback(_) => 0,
        });
        Drawn { cost: laid + meshed, next, letters: seen.letters, words: seen.words, shapes: seen.shapes, vertices: vertices.sum() }
    }

    /// Turns the wheel over the text for `frames` frames; what was drawn, so that an empty page cannot pass.
    fn scroll(&mut self, notches: f32, frames: usize, times: &mut Times) -> Done<String> {
        let wheel = || Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: vec2(0.0, -notches),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        };
        self.frame(vec![Event::PointerMoved(MIDDLE)]);
        for _ in 0..20 {
            self.frame(vec![wheel()]);
        }
        let mut words = String::new();
        let (mut shapes, mut vertices) = (0, 0);
        for turn in 0..frames {
            let drawn = self.frame(vec![wheel()]);
            times.0.push(drawn.cost);
            check(drawn.letters > 1000 && drawn.vertices > 4 * drawn.letters, "there is text on the screen")?;
            if turn % 50 == 0 {
                check(drawn.words != words, "the text moves on")?;
                words = drawn.words;
            }
            shapes += drawn.shapes;
            vertices += drawn.vertices;
        }
        check(shapes / frames > 100, "there is something marked on the screen")?;
        Ok(format!("{} shapes, {} vertices each", shapes / frames, vertices / frames))
    }
}

#[derive(Default)]
struct Seen {
    shapes: usize,
    letters: usize,
    words: String,
}

impl Seen {
    fn look(&mut self, shape: &Shape) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.look(shape)),
            Shape::Text(text) => {
                self.shapes += 1;
                self.letters += text.galley.rows.iter().map(|row| row.row.glyphs.len()).sum::<usize>();
                // A long one in the column is a paragraph: which one, and where, tells how far the view has come.
                if self.words.is_empty() && COLUMN.contains(text.pos.x) && text.galley.text().len() > 200 {
                    self.words = format!("{} at {}", text.galley.text(), text.pos.y);
                }
            }
            Shape::Noop => {}
            _ => self.shapes += 1,
        }
    }
}

fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers }
}

// ---- time ----

/// What something took on the clock, and how much of that was spent waiting for a core.
#[derive(Clone, Copy, Default)]
struct Cost {
    wall: Duration,
    waited: Duration,
}

impl std::ops::Add for Cost {
    type Output = Cost;

    fn add(self, other: Cost) -> Cost {
        Cost { wall: self.wall + other.wall, waited: self.waited + other.waited }
    }
}

fn clocked<T>(work: impl FnOnce() -> T) -> (T, Cost) {
    let waited = waited();
    let begun = Instant::now();
    let result = work();
    let wall = begun.elapsed();
    (result, Cost { wall, waited: self::waited().saturating_sub(waited).min(wall) })
}

/// How long this thread has been ready to run without running; nothing where the system does not tell.
fn waited() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(told.split(' ').nth(1).and_then(|number| number.parse().ok()).unwrap_or(0))
}

#[derive(Default)]
struct Times(Vec<Cost>);

fn costs(timed: Vec<(Instant, Cost)>) -> Times {
    Times(timed.into_iter().map(|(_, cost)| cost).collect())
}

impl Times {
    /// Does `work` once and keeps what it took; an error where it says that it failed.
    fn take(&mut self, work: impl FnOnce() -> bool) -> Done {
        let (well, cost) = clocked(work);
        self.0.push(cost);
        check(well, "what is timed does its work")
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn at(&self, share: f64) -> Duration {
        self.rank(share, |cost| cost.wall)
    }

    fn busy(&self, share: f64) -> Duration {
        self.rank(share, |cost| cost.wall - cost.waited)
    }

    fn rank(&self, share: f64, of: impl Fn(&Cost) -> Duration) -> Duration {
        let mut sorted: Vec<Duration> = self.0.iter().map(of).collect();
        sorted.sort_unstable();
        let rank = (share * sorted.len() as f64).ceil() as usize;
        sorted.get(rank.clamp(1, sorted.len().max(1)) - 1).copied().unwrap_or_default()
    }

    fn line(&self) -> String {
        format!("{}, {}", time(self.at(0.5)), time(self.at(1.0)))
    }
}

fn time(duration: Duration) -> String {
    match duration.as_secs_f64() * 1e3 {
        ms if ms < 0.1 => format!("{:.1} µs", ms * 1e3),
        ms if ms < 10.0 => format!("{ms:.2} ms"),
        ms => format!("{ms:.0} ms"),
    }
}

fn check(holds: bool, what: &str) -> Done {
    if holds { Ok(()) } else { Err(format!("this does not hold: {what}").into()) }
}

// ---- the table ----

#[derive(Default)]
struct Bench {
    missed: usize,
    big: Option<Arc<Desk>>,
    small: Option<Arc<Desk>>,
}

impl Bench {
    /// 1 MB with 10,000 annotations.
    fn big(&mut self) -> Done<Arc<Desk>> {
        desk(&mut self.big, 1_000_000, COUNT)
    }

    /// 100 KB with 1,000: the same density.
    fn small(&mut self) -> Done<Arc<Desk>> {
        desk(&mut self.small, 100_000, COUNT / 10)
    }

    /// One line of Markdown's table, wide enough to be read as it is.
    fn row(&self, [figure, value, baseline, ratio, bar]: [String; 5]) {
        println!("| {figure:<72} | {value:>18} | {baseline:<34} | {ratio:>6} | {bar:<16} |");
    }

    fn add(&mut self, figure: &str, value: String, baseline: String, ratio: Option<f64>, bars: &[(String, bool)]) {
        let said: Vec<String> = bars.iter().map(|(bar, holds)| if *holds { bar.clone() } else { format!("{bar} MISSED") }).collect();
        self.missed += bars.iter().filter(|(_, holds)| !holds).count();
        let ratio = ratio.map_or(String::new(), |ratio| if ratio < 0.01 { format!("{ratio:.4}") } else { format!("{ratio:.2}") });
        self.row([figure.to_owned(), value, baseline, ratio, said.join(", ")]);
    }

    fn note(&self, figure: &str, value: String, baseline: String) {
        self.row([format!("  {figure}"), value, baseline, String::new(), String::new()]);
    }

    fn timed(&mut self, figure: &str, times: &Times, share: f64, (name, base): (&str, Duration), bar: Option<Duration>) {
        let value = times.at(share);
        let bars: Vec<_> = bar.map(|bar| (format!("{} ms", bar.as_millis()), value <= bar)).into_iter().collect();
        let ratio = value.as_secs_f64() / base.as_secs_f64();
        self.add(figure, time(value), format!("{name}: {}", time(base)), Some(ratio), &bars);
        let quiet = format!("p99 without waits: {}", time(times.busy(0.99)));
        self.note(&format!("p50, max of {}", times.len()), times.line(), quiet);
    }
}

// ---- a text to read, and work on it ----

/// How many annotations the long text has.
const COUNT: usize = 10_000;
/// A word of the text.
const WORD: &str = "settlement";

/// A text with a sidecar, in a folder of its own.
struct Desk {
    folder: tempfile::TempDir,
    path: PathBuf,
    length: usize,
    count: usize,
}

fn desk(kept: &mut Option<Arc<Desk>>, bytes: usize, count: usize) -> Done<Arc<Desk>> {
    if let Some(desk) = kept {
        return Ok(Arc::clone(desk));
    }
    let folder = tempfile::Builder::new().prefix("glossator-speed-").tempdir()?;
    let path = folder.path().join("thesis.txt");
    std::fs::write(&path, thesis(bytes))?;
    let mut desk = Desk { folder, path, length: 0, count };
    {
        let mut request = desk.request();
        request.sidecar = SidecarChoice::Without;
        let session = Session::open(&request, &Progress::default())?;
        desk.length = session.source.len();
        let glosses = annotated(&session, count)?;
        std::fs::write(sidecar::path_of(&desk.path), sidecar::write(&glosses, &session.source, &session.name()))?;
    }
    let session = desk.session()?;
    let exact = session.glosses().annotations.keys().all(|id| session.outcome(id) == Outcome::Exact);
    check(exact && session.glosses().annotations.len() == count, "all annotations stand at their words")?;
    check(session.notices.is_empty(), "there is nothing to say about the text")?;
    Ok(Arc::clone(kept.insert(Arc::new(desk))))
}

impl Desk {
    fn request(&self) -> Request {
        Request::new(&self.path, "A. Reader")
    }

    fn session(&self) -> Done<Session> {
        Ok(Session::open(&self.request(), &Progress::default())?)
    }

    /// A sentence `turn` of `turns` into the text.
    fn sentence(&self, session: &Session, turn: usize, turns: usize) -> Span {
        let at = session.source.as_str().floor_char_boundary(self.length / 50 + turn * (self.length / 25 * 24 / turns));
        let near = session.sentence_at(at);
        if near.is_empty() { session.paragraph_at(at) } else { near }
    }
}

/// Work of all sorts, evenly over the text: of every kind, some long over others, with notes, tags, strengths, links.
fn annotated(session: &Session, count: usize) -> Done<Glosses> {
    let mut glosses = Glosses::default();
    glosses.kinds.push(Kind { id: "method".into(), name: "Method".into(), key: Some('6'), color: "#a04060".into() });
    let mut dice = Dice::new(7);
    let text = session.source.as_str();
    let word_after = |at: usize| {
        let at = text.floor_char_boundary(at);
        let white = text[at..].find(char::is_whitespace).map_or(text.len(), |white| at + white);
        text[white..].find(|c: char| !c.is_whitespace()).map_or(text.len(), |word| white + word)
    };
    let mut ids: Vec<Id> = Vec::new();
    for index in 0..count {
        let length = if index % 9 == 0 { 320 } else { 18 + dice.below(70) };
        let mut at = index * (text.len() - 1000) / count;
        let parts = loop {
            let start = word_after(at);
            let parts = session.parts_of(Span::new(start, text.floor_char_boundary(word_after(start + length) - 1)));
            let block = |at: usize| session.structure.block_at(at).and_then(|block| session.structure.blocks.get(block));
            let (first, last) = (block(start), parts.last().and_then(|part| block(part.end - 1)));
            // Not from the prose into a note: nobody reads on like that.
            let alike = first.zip(last).is_some_and(|(first, last)| first.kind == last.kind);
            if alike && first.is_some_and(|block| !block.kind.is_furniture()) {
                break parts;
            }
            at += 40;
            check(at < text.len(), "there are words to mark")?;
        };
        let kind = &glosses.kinds[index % glosses.kinds.len()].id;
        let mut annotation =
            Annotation { id: Id::from(format!("01JSPEED{index:018}").as_str()), ..session.new_annotation(kind, session.anchor(parts)) };
        if index % 4 == 1 {
            annotation.note = dice.sentence();
        }
        if index % 5 == 2 {
            let strength = Strength::ALL[dice.below(4)];
            annotation.strength = Some(strength);
            annotation.reason = if strength == Strength::Weak { "no page is given".to_owned() } else { String::new() };
        }
        if index % 7 == 3 {
            annotation.tags = vec!["sources".to_owned(), "chapter two".to_owned()];
        }
        annotation.done = (index % 11 == 5).then_some(index % 2 == 0);
        ids.push(annotation.id.clone());
        glosses.annotations.insert(annotation.id.clone(), Arc::new(annotation));
    }
    for index in (0..count).step_by(3) {
        let to = if index % 2 == 0 { (index + 1) % count } else { dice.below(count) };
        if to == index {
            continue;
        }
        let id = Id::from(format!("01JLINK0{index:018}").as_str());
        let relation = Arc::clone(&glosses.relations[index % glosses.relations.len()].id);
        let (from, to) = (End::Annotation(ids[index].clone()), End::Annotation(ids[to].clone()));
        let (author, created) = ("A. Reader".into(), "2026-01-01T10:00:00Z".into());
        glosses.links.insert(id.clone(), Arc::new(Link { id, from, relation, to, note: String::new(), author, created }));
    }
    Ok(glosses)
}

/// Numbers that look like chance and are the same every time, and words chosen by them.
struct Dice {
    state: u64,
    small: Vec<&'static str>,
    words: Vec<&'static str>,
}

impl Dice {
    fn new(state: u64) -> Self {
        Self { state, small: SMALL.split(' ').collect(), words: WORDS.split(' ').collect() }
    }

    fn below(&mut self, end: usize) -> usize {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.state >> 33) as usize) % end.max(1)
    }

    /// One of `names`, which have commas between them.
    fn name(&mut self, names: &'static str) -> &'static str {
        names.split(',').nth(self.below(names.split(',').count())).unwrap_or("")
    }

    fn word(&mut self) -> &'static str {
        // The small words come often, as they do.
        if self.below(5) < 2 {
            let index = self.below(self.small.len());
            self.small[index]
        } else {
            self.large()
        }
    }

    fn large(&mut self) -> &'static str {
        let index = self.below(self.words.len());
        self.words[index]
    }

    fn sentence(&mut self) -> String {
        let mut sentence = String::new();
        for at in 0..8 + self.below(20) {
            let word = self.word();
            if at == 0 {
                sentence.extend(word.chars().next().map(char::to_uppercase).into_iter().flatten());
                sentence.push_str(word.char_indices().nth(1).map_or("", |(second, _)| &word[second..]));
            } else {
                let comma = if self.below(11) == 0 { "," } else { "" };
                write!(sentence, "{comma} {word}").ok();
            }
        }
        sentence + "."
    }

    fn title(&mut self) -> String {
        let (one, two) = (self.large(), self.large());
        format!("The {one} and the {two}")
    }
}

/// A thesis of at least `bytes` bytes as it comes out of a PDF: broken lines and words, numbers of notes behind the
/// sentences, notes and the page's number at the foot, a form feed between pages.
fn thesis(bytes: usize) -> String {
    const LINES: usize = 34;
    const WIDTH: usize = 84;
    let mut dice = Dice::new(bytes as u64);
    let mut out = String::with_capacity(bytes + 8192);
    let (mut page, mut lines, mut note, mut paragraphs) = (1, 0, 0, 0);
    let mut foot: Vec<String> = Vec::new();
    let mut end_line = |out: &mut String, line: &str, foot: &mut Vec<String>| {
        out.push_str(line);
        out.push('\n');
        lines += 1;
        if lines >= LINES {
            out.push('\n');
            for note in foot.drain(..) {
                out.push_str(&note);
            }
            write!(out, "\n{page}\n\u{c}").ok();
            page += 1;
            lines = 0;
        }
    };
    while out.len() < bytes {
        let heading = match paragraphs {
            n if n % 60 == 0 => format!("Chapter {}. {}", n / 60 + 1, dice.title()),
            n if n % 12 == 0 => format!("{}.{} {}", n / 60 + 1, n % 60 / 12, dice.title()),
            _ => String::new(),
        };
        if !heading.is_empty() {
            end_line(&mut out, "", &mut foot);
            end_line(&mut out, &heading, &mut foot);
            end_line(&mut out, "", &mut foot);
        }
        paragraphs += 1;
        let mut line = String::new();
        for _ in 0..3 + dice.below(6) {
            let mut sentence = dice.sentence();
            if dice.below(6) == 0 {
                note += 1;
                write!(sentence, "{note}").ok();
                foot.push(match dice.below(5) {
                    0 => format!("{note} Ibid., {}.\n", 1 + dice.below(300)),
                    1 => format!("{note} {}, {}, {}.\n", dice.name(AUTHORS), dice.title(), 1 + dice.below(300)),
                    _ => format!(
                        "{note} {}, {} (London: {}, {}), {}.\n",
                        dice.name(AUTHORS),
                        dice.title(),
                        dice.name(PRESSES),
                        1950 + dice.below(70),
                        1 + dice.below(300)
                    ),
                });
            }
            for word in sentence.split(' ') {
                if line.chars().count() + word.chars().count() + 1 > WIDTH {
                    // Now and then a long word is broken at the end of its line.
                    let half = word.char_indices().nth(5).map_or(0, |(half, _)| half);
                    let breaks = word.chars().filter(|c| c.is_alphabetic()).count() > 9 && dice.below(3) == 0;
                    let (head, tail) = if breaks { word.split_at(half) } else { ("", word) };
                    if breaks {
                        write!(line, " {head}-").ok();
                    }
                    end_line(&mut out, &line, &mut foot);
                    line.clear();
                    line.push_str(tail);
                } else {
                    if !line.is_empty() {
                        line.push(' ');
                    }
                    line.push_str(word);
                }
            }
        }
        end_line(&mut out, &line, &mut foot);
        end_line(&mut out, "", &mut foot);
    }
    for note in foot {
        out.push_str(&note);
    }
    out
}

const SMALL: &str = "the of and to in that was for with by on as from its which had were this not but their at an it";

const WORDS: &str = "settlement conflict mediation government opposition newspaper argument evidence historian archive parliament region village weaver \
    strike harvest agreement commission delegation negotiation border refugee peace war process power authority tradition reform \
    railway colony empire language teacher school church mosque market price labour factory engineer river valley mountain winter \
    letter memoir diary testimony witness account silence claim reader printer editor column fortnight decade century generation \
    household inheritance property widow daughter apprentice naïve café Zürich Kulyab Łódź Dushanbe résumé rôle multidimensional \
    reconciliation implementation independence internationalised constitutional representative responsibility interpretation \
    contemporary significant considerable political economic regional published described argued suggested remained";

const AUTHORS: &str =
    "Jacob Bercovitch,Nora Édith Vance,Tomáš Hrubeš,Hélène Cadoret,R. L. Whitcombe,Anna Matveeva,Olivier Roy,J. Heathershaw";

const PRESSES: &str = "Routledge,Hallenmoor University Press,Hurst,Penguin";
