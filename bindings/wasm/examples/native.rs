//! Annotates files as the package does, compiled for this machine: a line of JSON for each. The tests compare the
//! package with it.
//!
//! ```console
//! $ cargo run --release --example native -- OPTIONS PATH…
//! ```

use std::error::Error;
use std::fs::read_to_string;

use griot_wasm::work::Pipeline;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let options = arguments.next().ok_or("usage: native OPTIONS PATH…")?;
    let mut pipeline = Pipeline::new(&options, Vec::new())?;
    for path in arguments {
        println!("{}", pipeline.annotate(&read_to_string(path)?, None)?);
    }
    Ok(())
}
