//! A new Fluent file must rebuild the crate that embeds it.

#[expect(clippy::print_stdout, reason = "a build script speaks to cargo on its standard output")]
fn main() {
    println!("cargo:rerun-if-changed=locales");
}
