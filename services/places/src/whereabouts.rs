use crate::{Place, Point, Spot};

/// Where somebody lives or works: a town, and whereabouts in it if they said so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Whereabouts {
    /// The town.
    pub town: Place,
    /// Within it, to about 500 m.
    pub spot: Option<Spot>,
}

impl Whereabouts {
    /// Somewhere in a town.
    pub fn in_town(town: Place) -> Self {
        Self { town, spot: None }
    }

    /// From where it is measured how far away something is: the spot, or else the middle of the town.
    pub fn point(&self) -> Point {
        self.spot.map_or(self.town.point, Spot::point)
    }

    /// The town as it is seen from here: its point is where distances are measured from.
    pub fn here(&self) -> Place {
        Place { point: self.point(), ..self.town }
    }
}
