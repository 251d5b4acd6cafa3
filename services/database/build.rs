//! A new migration is a reason to build again, which the macro that embeds them does not say by itself.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
