//! The argument map of the sample as SVG, byte by byte. `UPDATE_GOLDEN=1` writes it anew; look at it before it is kept.

use std::path::Path;

use glossator::annotation::Index;
use glossator::report::picture;
use glossator::review::map::{Drawing, Filter, Map};
use glossator::text::SourceText;
use glossator::{sidecar, structure};

#[test]
fn the_map_of_the_sample() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("samples/mill-towns.txt")).unwrap();
    let source = SourceText::from_utf8(&text);
    let structure = structure::analyse(&source);
    let loaded = sidecar::read(&root.join("samples/mill-towns.txt.gloss.ron"), &source).unwrap().unwrap();
    let map = Map::new(source.as_str(), &structure, &loaded.glosses, &Index::new(&loaded.glosses), &|_| false);
    let view = map.choose(&structure, &Filter::default());
    let svg = picture::svg(&map, &Drawing::new(&map, &view), &loaded.glosses, "Argument map of mill-towns.txt");
    let golden = root.join("tests/it/golden/mill-towns.map.svg");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&golden, &svg).unwrap();
    }
    let wanted = std::fs::read_to_string(&golden).unwrap();
    if let Some((line, (made, wanted))) = svg.lines().zip(wanted.lines()).enumerate().find(|(_, (made, wanted))| made != wanted) {
        panic!("line {}: made\n{made}\nand not\n{wanted}", line + 1);
    }
    assert!(svg == wanted);
    assert!(picture::png(&svg).unwrap().len() > 20_000);
}
