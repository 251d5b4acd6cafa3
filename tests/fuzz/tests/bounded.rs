//! The bounded form of the fuzzing: the committed seeds and some thousands of mutations of them, in every run.

use fuzz::{Dice, TARGETS, mutated, seeds};

fn how_many() -> usize {
    if std::env::var_os("MAILLON_LONG").is_some() { 200_000 } else { 4_000 }
}

#[test]
fn g13_no_mutation_of_a_seed_breaks_a_reader() {
    for (name, target) in TARGETS.into_iter().filter(|(name, _)| *name != "picture") {
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

#[test]
fn u6_no_mutation_of_a_picture_comes_out_as_anything_but_a_picture() {
    let seeds = seeds("picture").unwrap();
    assert!(seeds.len() > 5, "{}", seeds.len());
    for seed in &seeds {
        assert!(pictures::draw(seed).is_ok(), "a seed that is no picture finds little");
    }
    let mut dice = Dice(0x7069_6374_7572_6573);
    for _ in 0..how_many() / 4 {
        fuzz::picture(&mutated(&seeds, &mut dice));
    }
}
