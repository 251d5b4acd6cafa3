//! The bounded form of the fuzzing: the committed seeds and some thousands of mutations of them, in every run.

use fuzz::{Dice, TARGETS, mutated, seeds};

fn how_many() -> usize {
    if std::env::var_os("MAILLON_LONG").is_some() { 200_000 } else { 4_000 }
}

#[test]
fn g13_no_mutation_of_a_seed_breaks_a_reader() {
    for (name, target) in TARGETS {
        let seeds = seeds(name).unwrap();
        assert!(seeds.len() > 3, "{name} has {} seeds", seeds.len());
        for seed in &seeds {
            target(seed);
        }
        let mut dice = Dice(0x6d61_696c_6c6f_6e00 + name.len() as u64);
        for _ in 0..how_many() {
            target(&mutated(&seeds, &mut dice));
        }
    }
}
