//! Chance that is the same in every run: `SplitMix64` (G. L. Steele, D. Lea, C. H. Flood, *Fast splittable pseudorandom number generators*,
//! OOPSLA 2014). For simulations only, never for secrets.

/// A row of numbers that looks random.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The row that begins with this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 for bound 0.
    pub fn below(&mut self, bound: u32) -> u32 {
        // The high half of a 64-bit product: no remainder, and a bias of less than one in four thousand millions.
        u32::try_from((u64::from(bound) * (self.next() >> 32)) >> 32).unwrap_or(0)
    }

    /// One of these.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        from.get(self.below(u32::try_from(from.len()).unwrap_or(u32::MAX)) as usize).copied()
    }

    /// Up to so many different ones of these, in the order drawn.
    pub fn some<T: Copy + PartialEq>(&mut self, from: &[T], wanted: usize) -> Vec<T> {
        let mut left = from.to_vec();
        let mut drawn = Vec::new();
        while drawn.len() < wanted && !left.is_empty() {
            let at = self.below(u32::try_from(left.len()).unwrap_or(u32::MAX)) as usize;
            drawn.push(left.swap_remove(at));
        }
        drawn
    }
}
