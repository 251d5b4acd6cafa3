//! `GET /listings/{id}`: one listing, its author, how the reader is linked to them, and a first message.

use super::audience::ForWhom;
use super::outing::{self, OutingPart};
use super::urgent;
use super::{Card, answer, reserved, samples, wording};
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Html};
use crate::pages::{linked, mandates, matches};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page, page_with};
use crate::visit::Visit;
use askama::Template;
use exchange::{
    Audience, Direction, ExchangeError, Kind, ListingView, PhotoView, State, outing::Attendance, seen::mark_seen,
};
use kernel::{Act, ConversationId, ListingId, MemberId, Standing};
use poem::http::StatusCode;
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
    /// How an outing stands.
    outing: Option<OutingPart>,
    /// For whom it is, where not for everybody.
    for_whom: Option<ForWhom>,
    /// How urgent it is, on one's own request.
    urgent: Option<urgent::Mine>,
    /// What goes with it, on one's own.
    pairs: Vec<matches::Pair>,
    /// The reader.
    me: Option<MemberId>,
    /// Whether the reader is of the team.
    office: bool,
}

/// Matches shown below one's own listing.
const PAIRS: u32 = 10;

#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    Ok(page(&item(&visit, id.into(), |_| {}).await?))
}

/// The page once more, with what was wrong in one of its forms.
pub(super) async fn again(visit: &Visit, id: ListingId, blame: impl FnOnce(&mut Form)) -> Result<Response, No> {
    Ok(page_with(StatusCode::UNPROCESSABLE_ENTITY, &item(visit, id, blame).await?))
}

async fn item(visit: &Visit, id: ListingId, blame: impl FnOnce(&mut Form)) -> Result<Item, No> {
    let view = exchange::views::listing(&visit.db, &visit.caller, id).await?;
    let view = view.ok_or(ExchangeError::NotFound)?;
    let seen = view.row.id;
    visit.in_passing("a listing seen", |db, caller| async move { mark_seen(&db, &caller, seen).await }).await;
    let (linked, before, pairs) = if view.mine {
        (None, None, matches::with(visit, view.row.id, PAIRS).await?)
    } else {
        // Whoever waits is tied to nobody yet, as far as members are told.
        let waits = view.row.author.standing.is_waiting();
        let linked = if waits { None } else { linked::to(visit, &view.row.author).await? };
        (linked, conversation::views::about(&visit.db, &visit.caller, view.row.id).await?, Vec::new())
    };
    let s = visit.shell(&view.row.title, Place::Listings).await?;
    let (me, office) = (visit.caller.me().map(|me| me.member), visit.caller.may(Act::SeeStewardDesk));
    let outing = OutingPart::of(visit, &view).await?;
    let mut form = answer::fresh(visit);
    blame(&mut form);
    Ok(Item { outing, pairs, me, office, ..Item::new(s, view, linked, before, form) })
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
            for_whom: ForWhom::of(&view, &form, s.words),
            urgent: urgent::Mine::of(&view, &form, s.words, &s.now),
            s,
            view,
            linked,
            before,
            form,
            outing: None,
            pairs: Vec::new(),
            me: None,
            office: false,
        }
    }

    /// What its author reads while it is promised.
    fn promised(&self) -> String {
        self.s.t(if self.card.offers { "reserved-mine-offer" } else { "reserved-mine-request" })
    }

    /// By which its author says that it is promised, or not any more.
    fn promise(&self) -> Option<reserved::Button> {
        reserved::Button::of(&self.view.row, self.s.words)
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

    /// In whose name it is asked, as a sentence.
    fn on_behalf(&self) -> Option<String> {
        let whom = mandates::wording::whom(self.view.row.on_behalf.as_ref()?, self.s.words);
        Some(self.s.t2("mandate-shown", "whom", whom, "proxy", self.first_name.as_str()))
    }

    /// Where the person goes on by themselves: the listing, and what to call the way there.
    fn taken(&self) -> Option<(ListingId, String)> {
        let on_behalf = self.view.row.on_behalf.as_ref()?;
        Some((on_behalf.taken_as?, self.s.t1("mandate-taken-link", "name", on_behalf.name.as_str())))
    }

    /// Whether the reader may see more of the mandate: the two of them, and the team.
    fn may_look(&self) -> bool {
        let person = self.view.row.on_behalf.as_ref().is_some_and(|one| one.member.is_some() && one.member == self.me);
        self.view.row.on_behalf.is_some() && (self.view.mine || person || self.office)
    }

    fn is_open(&self) -> bool {
        self.view.row.state == State::Open
    }

    /// Why it takes no answers any more.
    fn ended(&self) -> Html {
        let key = match self.view.row.state {
            State::Checking | State::Returned | State::Agreeing | State::Declined | State::Open => {
                return Html::default();
            }
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

/// The page of a listing that differs from the usual one by `change`.
fn sample(preview: &Preview, name: &str, change: &dyn Fn(&mut ListingView)) -> Option<(String, String)> {
    let mut view = samples::view(preview)?;
    change(&mut view);
    let comers = if view.row.kind == Kind::Outing {
        let mine = (!view.mine).then_some(Attendance::InLine);
        outing::sample(&mut view, preview, mine)
    } else {
        Vec::new()
    };
    let outing = OutingPart::new(&view, &comers, preview.words, preview.now);
    let title = view.row.title.clone();
    let s = preview.member("listing-list-title", Place::Listings).titled(title);
    let linked = (!view.mine && !view.row.author.standing.is_waiting()).then(|| linked::sample(preview, "Bruno Faure"));
    let form = Form::blank(preview.words);
    let pairs = if view.mine && view.row.reserved().is_none() { matches::samples(preview) } else { Vec::new() };
    Some(preview.page(name, &Item { outing, pairs, ..Item::new(s, view, linked, None, form) }))
}

/// Makes it the reader's own.
fn mine(view: &mut ListingView) {
    (view.mine, view.may_close, view.may_renew, view.may_answer) = (true, true, true, false);
}

/// What is promised to somebody, as others read it and as its author does: an offer, and a request.
fn promised(preview: &Preview) -> [Option<(String, String)>; 4] {
    let promise = |view: &mut ListingView| samples::make_reserved(&mut view.row, preview.now);
    let own = |view: &mut ListingView| {
        mine(view);
        promise(view);
    };
    let request = |view: &mut ListingView| {
        view.row.direction = Direction::Request;
        promise(view);
    };
    let own_request = |view: &mut ListingView| {
        mine(view);
        request(view);
    };
    [
        sample(preview, "member-listing-reserved", &promise),
        sample(preview, "member-listing-reserved-mine", &own),
        sample(preview, "member-listing-request-reserved", &request),
        sample(preview, "member-listing-request-reserved-mine", &own_request),
    ]
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, change: &dyn Fn(&mut ListingView)| sample(preview, name, change);
    let thanked = |view: &mut ListingView| {
        view.row.state = State::Fulfilled;
        view.may_answer = false;
        view.helped_by = Some(preview.person("Karim Benali", "Corbigny", kernel::Role::None));
        preview.words.t("listing-thanks-hint").clone_into(&mut view.thanks);
    };
    let pages = [
        page("member-listing", &|_| {}),
        page("member-listing-photos", &|view| view.photos = samples::photos(preview)),
        page("member-listing-mine", &mine),
        page("member-listing-fulfilled", &thanked),
        page("member-listing-waits", &|view| view.row.author.standing = Standing::Applicant),
        page("member-listing-on-behalf", &|view| view.row.on_behalf = Some(samples::jeanne())),
        page("member-listing-outing", &|view| view.row.kind = Kind::Outing),
        page("member-listing-outing-mine", &|view| {
            mine(view);
            (view.row.kind, view.may_renew) = (Kind::Outing, false);
        }),
        page("member-listing-others-first", &|view| {
            (view.may_answer, view.answerable_at) = (false, Some(preview.now + chrono::Duration::hours(9)));
        }),
        page("member-listing-steward", &|view| view.may_moderate = true),
        page("member-listing-request-mine", &|view| {
            mine(view);
            view.row.direction = Direction::Request;
        }),
        page("member-listing-soon", &|view| samples::make_urgent(&mut view.row, preview.now)),
        page("member-listing-soon-mine", &|view| {
            mine(view);
            samples::make_urgent(&mut view.row, preview.now);
        }),
        page("member-listing-soon-steward", &|view| {
            samples::make_urgent(&mut view.row, preview.now);
            (view.may_moderate, view.may_take_urgency_off) = (true, true);
        }),
        page("member-listing-not-soon-mine", &|view| {
            mine(view);
            samples::make_urgent(&mut view.row, preview.now);
            (view.row.urgent_until, view.urgent_at) = (Some(preview.now), Some(preview.now));
            view.urgent_reason = preview.words.t("urgent-sample-reason");
        }),
        page("member-listing-friends", &|view| view.row.audience = Audience::Friends),
        page("member-listing-of-a-group", &|view| {
            let name = preview.words.t("group-sample-1");
            let group = exchange::ListingGroup { id: Uuid::from_u128(7).into(), name };
            (view.row.audience, view.row.group) = (Audience::Group, Some(group));
        }),
        page("member-listing-discreet-mine", &|view| {
            mine(view);
            view.row.audience = Audience::StewardsThen;
        }),
        page("member-listing-discreet-steward", &|view| {
            (view.may_moderate, view.may_pass_on, view.row.audience) = (true, true, Audience::StewardsMay);
        }),
    ];
    pages.into_iter().chain(promised(preview)).flatten().collect()
}
