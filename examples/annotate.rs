//! Scratch.

use std::io::Write;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let p = griot::Pipeline::builder().language(griot::Language::FRENCH).layers(griot::LayerSet::ALL.without(griot::Layer::Entities)).build().unwrap();
    let mut w = p.worker();
    let out = std::io::stdout().lock();
    let mut out = std::io::BufWriter::new(out);
    for a in args {
        let t = std::fs::read_to_string(&a).unwrap();
        let d = w.annotate(&t).unwrap();
        let v = serde_json::to_string(&d).unwrap();
        writeln!(out, "{{\"source\":{:?},{}", a, &v[1..]).unwrap();
    }
}
