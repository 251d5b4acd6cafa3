use crate::Place;

/// How far away something is, as people are told: no more exactly than is of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// In the same town, or not a kilometre from its middle.
    SameTown,
    /// About so many kilometres.
    Kilometres(u32),
}

impl Nearness {
    /// From one place to the other.
    pub fn between(one: &Place, other: &Place) -> Self {
        Self::of(one.point.kilometres_to(other.point))
    }

    /// Whole kilometres up to twenty, then fives, from a hundred on tens, from a thousand on hundreds.
    pub fn of(kilometres: f64) -> Self {
        let step = match kilometres {
            far if far >= 1_000.0 => 100.0,
            far if far >= 100.0 => 10.0,
            far if far >= 20.0 => 5.0,
            _ => 1.0,
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and half the globe")]
        let rounded = ((kilometres / step).round() * step) as u32;
        if kilometres < 1.0 { Self::SameTown } else { Self::Kilometres(rounded) }
    }

    /// Whole kilometres, 0 in the same town.
    pub fn kilometres(self) -> u32 {
        match self {
            Self::SameTown => 0,
            Self::Kilometres(kilometres) => kilometres,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_told_as_exactly_as_it_is_of_use() {
        assert_eq!(Nearness::of(0.4), Nearness::SameTown);
        let told = [1.2, 3.4, 19.6, 22.0, 148.0, 10_248.0].map(|far| Nearness::of(far).kilometres());
        assert_eq!(told, [1, 3, 20, 20, 150, 10_200]);
    }
}
