//! Who knows where a street is. The gazetteer that is compiled in knows towns only and asks nobody; an installation may name somebody
//! who knows more (the crate `geocoder`), and is then told what members type.

use crate::{Place, Point, Spot};
use std::{fmt, pin::Pin, sync::Arc};

/// The furthest that a street may lie from the middle of its town, kilometres: the largest communes of France reach so far, those of
/// Guyane aside. An answer from further away is a namesake elsewhere.
const FURTHEST_KILOMETRES: f64 = 30.0;
/// The shortest text that may name a street, and the longest, in characters.
const STREET: std::ops::RangeInclusive<usize> = 3..=120;

/// Nobody said where it is: no answer, too late, too long or none that could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unanswered;

/// What a geocoder answers: where the street is, nothing where it knows of none.
pub type Answer<'a> = Pin<Box<dyn Future<Output = Result<Option<Point>, Unanswered>> + Send + 'a>>;

/// Somebody who may know where a street is.
pub trait Geocoder: fmt::Debug + Send + Sync {
    /// Whom it asks, so that people are told before they type; nobody when absent.
    fn host(&self) -> Option<&str>;

    /// Where the street is in that town. What it answers is believed by nobody: [`Streets`] looks whether it can be.
    fn find<'a>(&'a self, street: &'a str, town: &'a Place) -> Answer<'a>;
}

/// The gazetteer that is compiled in: it knows towns and no streets.
#[derive(Debug, Clone, Copy, Default)]
struct Embedded;

impl Geocoder for Embedded {
    fn host(&self) -> Option<&str> {
        None
    }

    fn find<'a>(&'a self, _: &'a str, _: &'a Place) -> Answer<'a> {
        Box::pin(async { Ok(None) })
    }
}

/// Where streets are looked up, blurred before anybody sees it. By default nowhere. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Streets(Arc<dyn Geocoder>);

impl Default for Streets {
    fn default() -> Self {
        Self(Arc::new(Embedded))
    }
}

impl Streets {
    /// Looked up there.
    pub fn asked_of(geocoder: Arc<dyn Geocoder>) -> Self {
        Self(geocoder)
    }

    /// Whom it asks; nobody when absent.
    pub fn host(&self) -> Option<&str> {
        self.0.host()
    }

    /// Whereabouts in the town the street is, to about 500 m: nothing more exact leaves this function. Nothing where no such street is
    /// known in the town or near it.
    ///
    /// # Errors
    /// Where nobody answered.
    pub async fn spot(&self, street: &str, town: &Place) -> Result<Option<Spot>, Unanswered> {
        let street = street.trim();
        if !STREET.contains(&street.chars().count()) || !street.starts_with(char::is_alphanumeric) {
            return Ok(None);
        }
        let found = self.0.find(street, town).await?;
        Ok(found.filter(|point| is_of(*point, town)).map(Spot::of))
    }
}

/// Whether the point is one of the Earth, and in the town or near it.
fn is_of(point: Point, town: &Place) -> bool {
    let real = point.latitude.abs() <= 90.0 && point.longitude.abs() <= 180.0;
    real && point.kilometres_to(town.point) <= FURTHEST_KILOMETRES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::understand;
    use std::{
        sync::atomic::{AtomicUsize, Ordering},
        task::{Context, Poll, Waker},
    };

    /// Says the same of every street.
    #[derive(Debug)]
    struct Says(Result<Option<Point>, Unanswered>, AtomicUsize);

    impl Geocoder for Says {
        fn host(&self) -> Option<&str> {
            Some("geocoder.example")
        }

        fn find<'a>(&'a self, _: &'a str, _: &'a Place) -> Answer<'a> {
            self.1.fetch_add(1, Ordering::SeqCst);
            let said = self.0;
            Box::pin(async move { said })
        }
    }

    /// Nothing here waits for anything.
    fn now<T>(future: impl Future<Output = T>) -> T {
        match std::pin::pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("it waits"),
        }
    }

    fn said(answer: Result<Option<Point>, Unanswered>, street: &str) -> (Result<Option<Spot>, Unanswered>, usize) {
        let nevers = understand("Nevers").one().unwrap();
        let says = Arc::new(Says(answer, AtomicUsize::new(0)));
        let spot = now(Streets::asked_of(says.clone()).spot(street, &nevers));
        (spot, says.1.load(Ordering::SeqCst))
    }

    #[test]
    fn by_default_nobody_is_asked() {
        let nevers = understand("Nevers").one().unwrap();
        assert_eq!(Streets::default().host(), None);
        assert_eq!(now(Streets::default().spot("12 rue de Nièvre", &nevers)), Ok(None));
    }

    #[test]
    fn an_answer_is_blurred_before_anybody_sees_it() {
        let door = Point { latitude: 46.9901, longitude: 3.1581 };
        let (spot, _) = said(Ok(Some(door)), "12 rue de Nièvre");
        let spot = spot.unwrap().unwrap();
        assert_ne!(spot.point(), door);
        assert_eq!(spot, Spot::of(door));
    }

    #[test]
    fn an_answer_from_elsewhere_or_from_nowhere_is_none() {
        let at = |latitude, longitude| said(Ok(Some(Point { latitude, longitude })), "12 rue de Nièvre").0;
        assert!(at(46.80, 3.16).unwrap().is_some(), "21 km from the middle");
        for (latitude, longitude) in
            [(46.6, 3.16), (48.86, 2.35), (f64::NAN, 3.16), (46.99, f64::INFINITY), (91.0, 3.16), (46.99, 363.16)]
        {
            assert_eq!(at(latitude, longitude), Ok(None), "{latitude} {longitude}");
        }
        assert_eq!(said(Err(Unanswered), "12 rue de Nièvre").0, Err(Unanswered));
    }

    #[test]
    fn what_can_name_no_street_is_asked_of_nobody() {
        let door = Point { latitude: 46.9901, longitude: 3.1581 };
        for street in ["", "  ", "12", "/etc/passwd", "@internal", &"a".repeat(121)] {
            assert_eq!(said(Ok(Some(door)), street), (Ok(None), 0), "{street}");
        }
        assert_eq!(said(Ok(Some(door)), &"é".repeat(120)).1, 1);
    }
}
