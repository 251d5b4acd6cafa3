//! `GET /listings/{id}`: one listing, its author, how the reader is linked to them, and a first message.

use super::{Card, answer, samples, wording};
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Html};
use crate::pages::{linked, matches};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use exchange::{ExchangeError, ListingView, PhotoView, State, seen::mark_seen};
use kernel::{ConversationId, Standing};
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "listings/item.html")]
struct Item {
    s: Shell,
    card: Card,
    view: ListingView,
    paragraphs: Vec<String>,
    first_name: String,
    state: String,
    /// How the reader is linked to the author; nothing on one's own listing.
    linked: Option<linked::Linked>,
    /// Where the reader has written about it before.
    before: Option<ConversationId>,
    form: Form,
    /// What goes with it, on one's own.
    pairs: Vec<matches::Pair>,
}

/// Matches shown below one's own listing.
const PAIRS: u32 = 10;

#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let view = exchange::views::listing(&visit.db, &visit.caller, id.into()).await?;
    let view = view.ok_or(ExchangeError::NotFound)?;
    let seen = view.row.id;
    visit.in_passing("a listing seen", |db, caller| async move { mark_seen(&db, &caller, seen).await }).await;
    let (linked, before, pairs) = if view.mine {
        (None, None, matches::with(&visit, view.row.id, PAIRS).await?)
    } else {
        // Whoever waits is tied to nobody yet, as far as members are told.
        let waits = view.row.author.standing.is_waiting();
        let linked = if waits { None } else { linked::to(&visit, &view.row.author).await? };
        (linked, conversation::views::about(&visit.db, &visit.caller, view.row.id).await?, Vec::new())
    };
    let s = visit.shell(&view.row.title, Place::Listings).await?;
    Ok(page(&Item { pairs, ..Item::new(s, view, linked, before, answer::fresh(&visit)) }))
}

impl Item {
    fn new(
        s: Shell,
        view: ListingView,
        linked: Option<linked::Linked>,
        before: Option<ConversationId>,
        form: Form,
    ) -> Self {
        Self {
            card: Card::of(&view.row, s.words, &s.now),
            paragraphs: kit::paragraphs(&view.body),
            first_name: kit::first_name(&view.row.author.name).to_owned(),
            state: wording::state(view.row.state, s.words),
            s,
            view,
            linked,
            before,
            form,
            pairs: Vec::new(),
        }
    }

    /// What a photo shows, or which it is.
    fn photo_alt(&self, number: usize, photo: &PhotoView) -> String {
        if photo.description.is_empty() {
            return self.s.t2("listing-photo-alt", "n", number, "title", self.view.row.title.as_str());
        }
        photo.description.clone()
    }

    /// Where it is: the place that is meant, where that is certain.
    fn whereabouts(&self) -> String {
        let place = self.view.row.place.as_ref().and_then(::places::place);
        place.map_or_else(|| self.card.town.clone(), |place| place.label(self.s.words.language))
    }

    fn is_open(&self) -> bool {
        self.view.row.state == State::Open
    }

    /// Why it takes no answers any more.
    fn ended(&self) -> Html {
        let key = match self.view.row.state {
            State::Checking | State::Returned | State::Open => return Html::default(),
            State::Expired => "listing-ended-expired",
            State::Fulfilled => "listing-ended-fulfilled",
            State::Closed if self.view.close_reason.is_empty() => "listing-ended-closed",
            State::Closed => "listing-ended-by-office",
        };
        let text = match &self.view.helped_by {
            Some(helper) => self.s.t1("listing-ended-helped", "name", helper.name.as_str()),
            None => self.view.close_reason.clone(),
        };
        let good = self.view.row.state == State::Fulfilled;
        let tone = if good { kit::Tone::Good } else { kit::Tone::Info };
        kit::notice(tone, &self.s.t(key), &text)
    }
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, change: &dyn Fn(&mut ListingView)| {
        let mut view = samples::view(preview)?;
        change(&mut view);
        let title = view.row.title.clone();
        let s = preview.member("listing-list-title", Place::Listings).titled(title);
        let linked =
            (!view.mine && !view.row.author.standing.is_waiting()).then(|| linked::sample(preview, "Bruno Faure"));
        let form = Form::blank(preview.words);
        let pairs = if view.mine { matches::samples(preview) } else { Vec::new() };
        Some(preview.page(name, &Item { pairs, ..Item::new(s, view, linked, None, form) }))
    };
    let thanked = |view: &mut ListingView| {
        view.row.state = State::Fulfilled;
        view.may_answer = false;
        view.helped_by = Some(preview.person("Karim Benali", "Corbigny", kernel::Role::None));
        preview.words.t("listing-thanks-hint").clone_into(&mut view.thanks);
    };
    let mine = |view: &mut ListingView| {
        (view.mine, view.may_close, view.may_renew, view.may_answer) = (true, true, true, false);
    };
    let pages = [
        page("member-listing", &|_| {}),
        page("member-listing-photos", &|view| view.photos = samples::photos(preview)),
        page("member-listing-mine", &mine),
        page("member-listing-fulfilled", &thanked),
        page("member-listing-waits", &|view| view.row.author.standing = Standing::Applicant),
        page("member-listing-steward", &|view| view.may_moderate = true),
    ];
    pages.into_iter().flatten().collect()
}
