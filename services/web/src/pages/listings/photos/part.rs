//! The photos in a listing's form: those that are there, with what they show, and a place for more.

use super::{Faults, ONLY, PHOTOS};
use crate::error_page::No;
use crate::form::Form;
use crate::pages::listings::questions;
use crate::visit::Visit;
use exchange::photos::{Arrange, Described, arrange, views};
use exchange::{PhotoView, limits};
use kernel::ListingId;
use poem::http::StatusCode;

/// For the template `listings/photos.html`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Part {
    /// What is there, the first first, each with its number in the form.
    pub photos: Vec<(usize, PhotoView)>,
    /// How many more may come.
    pub left: usize,
}

impl Part {
    /// The photos that the reader has sent for this listing.
    pub(crate) async fn of(visit: &Visit, listing: ListingId) -> Result<Self, No> {
        Ok(Self::showing(views::mine(&visit.db, &visit.caller, listing).await?))
    }

    /// These photos.
    pub(crate) fn showing(photos: Vec<PhotoView>) -> Self {
        let most = usize::try_from(limits::PHOTOS_EACH).unwrap_or(0);
        Self { left: most.saturating_sub(photos.len()), photos: (1..).zip(photos).collect() }
    }

    /// Fills in what each shows, where nothing was typed meanwhile.
    pub(crate) fn fill(&self, form: &mut Form) {
        for (n, photo) in &self.photos {
            let (name, id) = (format!("photo-{n}"), photo.id.to_string());
            // A number may have come to stand for another photo.
            if form.text(&name) != id {
                form.set(&name, &id);
                form.set(&format!("description-{n}"), &photo.description);
            }
        }
    }
}

/// What was said of the photos, before anything else of the form: they are put in order, described and taken away. The status to show
/// the form again with, where one of them could not be taken in, or nothing else was wanted yet.
pub(crate) async fn first(
    visit: &Visit,
    form: &mut Form,
    listing: ListingId,
    faults: &Faults,
) -> Result<Option<StatusCode>, No> {
    let mut refused = None;
    let there = views::mine(&visit.db, &visit.caller, listing).await?;
    for n in 1..=limits::PHOTOS_EACH {
        let field = format!("description-{n}");
        if let Err(problem) = arrange::description(form.text(&field)) {
            form.fail(&field, visit.words.refusal(problem.code));
            refused = Some(StatusCode::UNPROCESSABLE_ENTITY);
        }
    }
    if refused.is_none() && !there.is_empty() {
        let cmd = Arrange { listing, photos: said(form, &there) };
        if let Err(error) = arrange::arrange(&visit.db, &visit.caller, cmd).await {
            refused = Some(questions::status_of(&error));
            questions::blame(form, visit.words, error)?;
        }
    }
    for sentence in faults.sentences(visit.words) {
        form.fail(PHOTOS, sentence);
    }
    let only = form.ticked(ONLY).then_some(StatusCode::OK);
    Ok(super::gravest([refused, faults.status(), only].into_iter().flatten()))
}

/// Those that stay, as the form orders and describes them; what has come meanwhile stays as it is.
fn said(form: &Form, there: &[PhotoView]) -> Vec<Described> {
    let number = |photo: &PhotoView| {
        let id = photo.id.to_string();
        (1..=limits::PHOTOS_EACH).find(|n| form.text(&format!("photo-{n}")) == id)
    };
    let described = there.iter().filter_map(|photo| {
        let description = match number(photo) {
            Some(n) if form.ticked(&format!("remove-{n}")) => return None,
            Some(n) => form.text(&format!("description-{n}")).to_owned(),
            None => photo.description.clone(),
        };
        Some(Described { id: photo.id, description })
    });
    let mut described: Vec<Described> = described.collect();
    let cover = form.text("cover");
    // Stable: the others keep their order.
    described.sort_by_key(|one| one.id.to_string() != cover);
    described
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::listings::samples;
    use crate::preview::Preview;
    use crate::shell::sample_words;
    use kernel::{Language, Timestamp};

    #[test]
    fn the_form_says_which_photo_comes_first_what_each_shows_and_which_goes() {
        let there = samples::photos(&Preview::new(Language::Fr, "Entraide", "v", Timestamp::default()));
        let [one, two] = there.as_slice() else { panic!("two samples") };
        let mut form = Form::blank(sample_words());
        Part::showing(vec![one.clone()]).fill(&mut form);
        form.set("description-1", "De près");
        form.set("cover", &two.id.to_string());
        let of = |form: &Form| said(form, &there).into_iter().map(|one| (one.id, one.description)).collect::<Vec<_>>();
        assert_eq!(of(&form), [(two.id, two.description.clone()), (one.id, "De près".to_owned())]);
        form.set("remove-1", crate::form::TICKED);
        assert_eq!(of(&form), [(two.id, two.description.clone())]);
    }
}
