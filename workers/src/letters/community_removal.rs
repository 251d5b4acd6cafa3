//! The community is going to be removed, or is not.

use super::first_name;
use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;
use privacy::jobs::RemovalNews;

/// To whoever has a place in it.
#[derive(Debug, Clone)]
pub struct CommunityRemoval {
    /// Their name.
    pub name: String,
    /// What there is to tell.
    pub news: RemovalNews,
    /// The day on which it happens, in their words.
    pub day: String,
    /// Whether they can call it off.
    pub is_owner: bool,
    /// Where they can do something about it: an owner calls it off, everybody else takes a copy of what is theirs.
    pub link: String,
}

impl Content for CommunityRemoval {
    const KIND: LetterKind = LetterKind::CommunityRemoval;

    fn subject(&self, w: &Words, house: &House) -> String {
        if self.is_called_off() {
            return w.t1("letters-removal-off-subject", "community", &house.name);
        }
        w.t2("letters-removal-subject", "community", &house.name, "day", self.day.as_str())
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        match self.news {
            RemovalNews::CalledOff => w.t("letters-removal-off-preview"),
            _ => w.t("letters-removal-preview"),
        }
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-removal-why", "community", &house.name)
    }
    parts!(CommunityRemoval, "community_removal/letter.mjml", "community_removal/letter.txt");
}

impl CommunityRemoval {
    fn is_called_off(&self) -> bool {
        self.news == RemovalNews::CalledOff
    }

    fn title(&self, frame: &Frame<'_>) -> String {
        let title = match self.news {
            RemovalNews::CalledOff => "letters-removal-off-title",
            RemovalNews::Soon => "letters-removal-soon-title",
            RemovalNews::Asked => "letters-removal-title",
        };
        frame.w.t1(title, "name", first_name(&self.name))
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        let community = frame.house.name.as_str();
        if self.is_called_off() {
            return frame.w.t1("letters-removal-off-lead", "community", community);
        }
        frame.w.t2("letters-removal-lead", "community", community, "day", self.day.as_str())
    }
    fn button(&self, frame: &Frame<'_>) -> String {
        frame.w.t(match (self.news, self.is_owner) {
            (RemovalNews::CalledOff, _) => "letters-removal-off-button",
            (_, true) => "letters-removal-owner-button",
            (_, false) => "letters-removal-button",
        })
    }
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t(match (self.news, self.is_owner) {
            (RemovalNews::CalledOff, _) => "letters-removal-off-note",
            (_, true) => "letters-removal-owner-note",
            (_, false) => "letters-removal-note",
        })
    }

    /// What the preview shows: an owner's, a week before.
    pub fn sample(w: &Words, house: &House) -> Self {
        Self {
            name: "Odile Martin".to_owned(),
            news: RemovalNews::Soon,
            day: w.date(&super::sample_day()),
            is_owner: true,
            link: crate::paths::removal(&house.home),
        }
    }
}
