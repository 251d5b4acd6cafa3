//! `GET /listings/{id}/mandate`: who asks and for whom, and what either may do about it.

use super::wording;
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Choices};
use crate::pages::listings::{extent, samples, wording as said};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use exchange::mandate::{
    self, AgreeMandate, MandateStage, MandateView, OfferMandate, OnBehalf, Reading, Relation, TakeOver,
};
use exchange::{ExchangeError, Extent, Kind, PhotoView, Settlement};
use kernel::{ListingId, MemberId, Role};
use membership::MemberCard;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "mandates/one.html")]
struct One {
    s: Shell,
    form: Form,
    view: MandateView,
    paragraphs: Vec<String>,
    /// Who the person could be here, where the proxy may hand it over.
    candidates: Vec<MemberCard>,
}

impl One {
    /// What the person is called.
    fn name(&self) -> &str {
        self.view.member.as_ref().map_or(self.view.first_name.as_str(), |member| member.name.as_str())
    }

    fn whom(&self) -> String {
        let (relation, words) = (self.view.relation, self.s.words);
        wording::whom(&OnBehalf { name: self.name().to_owned(), relation, member: None, taken_as: None }, words)
    }

    fn state(&self) -> String {
        let (proxy, name) = (self.view.proxy.name.as_str(), self.name());
        let first = self.view.first_name.as_str();
        match self.view.stage {
            MandateStage::Asked => self.s.t2("mandate-state-asked", "proxy", proxy, "name", name),
            MandateStage::Said => self.s.words.tn(
                "mandate-state-said",
                &[("proxy", proxy.into()), ("name", name.into()), ("day", self.s.date(&self.view.said_at).into())],
            ),
            MandateStage::Agreed => self.s.t2("mandate-state-agreed", "proxy", proxy, "name", name),
            MandateStage::Offered => self.s.words.tn(
                "mandate-state-offered",
                &[("proxy", proxy.into()), ("name", name.into()), ("first", first.into())],
            ),
            MandateStage::Ended => self.s.t("mandate-state-ended"),
            MandateStage::Taken { .. } => self.s.t1("mandate-state-taken", "name", name),
        }
    }

    fn kind(&self) -> String {
        said::kind(self.view.reading.kind, self.s.words)
    }

    fn settlements(&self) -> String {
        said::settlements(&self.view.reading.settlements, self.s.words)
    }

    /// When, how many, how long: a phrase each.
    fn facts(&self) -> Vec<String> {
        extent::facts(&self.view.reading.extent, self.s.words)
    }

    /// What a photo shows, or which it is.
    fn photo_alt(&self, number: usize, photo: &PhotoView) -> String {
        if photo.description.is_empty() {
            return self.s.t2("listing-photo-alt", "n", number, "title", self.view.title.as_str());
        }
        photo.description.clone()
    }

    /// Where the person goes on.
    fn taken(&self) -> Option<ListingId> {
        match self.view.stage {
            MandateStage::Taken { taken } => Some(taken),
            _ => None,
        }
    }

    /// Whether no means that it is not published at all.
    fn is_asked(&self) -> bool {
        self.view.stage == MandateStage::Asked
    }

    /// Whether no leaves it with the proxy.
    fn is_offered(&self) -> bool {
        self.view.stage == MandateStage::Offered
    }

    fn who(&self) -> Choices {
        let choices = self.form.choices("member", self.s.t("mandate-offer-who"));
        let each = |choices: Choices, one: &MemberCard| {
            choices.explained(one.id.to_string(), one.name.as_str(), one.town.as_str())
        };
        self.candidates.iter().fold(choices, each)
    }
}

#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string());
    draw(&visit, id.into(), form).await
}

#[handler]
pub(super) async fn agree(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let cmd = AgreeMandate { listing: id.into(), mark: form.text("mark").to_owned() };
    match mandate::agree_mandate(&visit.db, &visit.caller, cmd).await {
        Ok(_) => Ok(see_and_say(&format!("/listings/{id}/mandate"), "mandate-agreed")),
        Err(error) => again(&visit, id, &mut form, error).await,
    }
}

#[handler]
pub(super) async fn end(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    match mandate::end_mandate(&visit.db, &visit.caller, id.into()).await {
        Ok(()) => Ok(see_and_say("/listings/mine", "mandate-ended")),
        Err(error) => again(&visit, id, &mut form, error).await,
    }
}

#[handler]
pub(super) async fn take_over(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let Some(own) = form.id() else { return draw(&visit, id.into(), form).await };
    let cmd = TakeOver { listing: id.into(), id: own.into(), mark: form.text("mark").to_owned() };
    match mandate::take_over(&visit.db, &visit.caller, cmd).await {
        Ok(done) => Ok(see_and_say(&format!("/listings/{}", done.listing), "mandate-taken")),
        Err(error) => again(&visit, id, &mut form, error).await,
    }
}

#[handler]
pub(super) async fn offer(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let member = form.text("member").parse().unwrap_or(MemberId(Uuid::max()));
    match mandate::offer_mandate(&visit.db, &visit.caller, OfferMandate { listing: id.into(), member }).await {
        Ok(()) => Ok(see_and_say(&format!("/listings/{id}/mandate"), "mandate-offered")),
        Err(error) => again(&visit, id, &mut form, error).await,
    }
}

async fn again(visit: &Visit, id: Uuid, form: &mut Form, error: ExchangeError) -> Result<Response, No> {
    form.refused(error)?;
    draw(visit, id.into(), form.clone()).await
}

async fn draw(visit: &Visit, id: ListingId, form: Form) -> Result<Response, No> {
    let view = mandate::mandate(&visit.db, &visit.caller, id).await?.ok_or(ExchangeError::NotFound)?;
    let candidates = if view.may_offer { mandate::candidates(&visit.db, &visit.caller, id).await? } else { Vec::new() };
    // Whoever sent a page that had lost its id gets a fresh one, so that sending again works.
    let form = if form.text("id").is_empty() { form.with("id", visit.fresh_id().to_string()) } else { form };
    let s = visit.shell(&visit.words.t("mandate-title"), Place::Listings).await?;
    let paragraphs = kit::paragraphs(&view.body);
    Ok(page_with(form.status(), &One { s, form, view, paragraphs, candidates }))
}

/// What the previews show.
pub(crate) fn sample(p: &Preview, stage: MandateStage) -> MandateView {
    let named = matches!(stage, MandateStage::Said | MandateStage::Offered);
    let member = (stage != MandateStage::Said).then(|| p.person("Jeanne Petit", "Corbigny", Role::None));
    MandateView {
        listing: ListingId(Uuid::from_u128(0x3a)),
        title: p.words.t("mandate-sample-title"),
        body: p.words.t("mandate-sample-text"),
        reading: reading(p),
        is_open: stage != MandateStage::Asked,
        proxy: p.person("Anne Petit", "Corbigny", Role::None),
        first_name: if named { "Jeanne".to_owned() } else { String::new() },
        member,
        relation: Some(Relation::Mother),
        said_at: p.ago(3),
        stage,
        is_proxy: false,
        may_agree: false,
        may_end: false,
        may_take_over: false,
        may_offer: false,
    }
}

fn reading(p: &Preview) -> Reading {
    Reading {
        kind: Kind::Service,
        settlements: vec![Settlement::Gift],
        category: String::new(),
        town: "Corbigny".to_owned(),
        extent: Extent::default(),
        photos: Vec::new(),
        mark: p.words.t("mandate-title"),
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, view: MandateView, form: Form, candidates: Vec<MemberCard>| {
        let s = p.member("mandate-title", Place::Listings);
        let paragraphs = kit::paragraphs(&view.body);
        p.page(name, &One { s, form, view, paragraphs, candidates })
    };
    let blank = || Form::blank(p.words);
    let asked = MandateView { may_agree: true, may_end: true, ..sample(p, MandateStage::Asked) };
    let agreed = MandateView { may_end: true, may_take_over: true, ..sample(p, MandateStage::Agreed) };
    let offered = MandateView { may_end: true, may_take_over: true, ..sample(p, MandateStage::Offered) };
    let said = MandateView { may_offer: true, ..sample(p, MandateStage::Said) };
    let waits = MandateView { is_proxy: true, may_end: true, ..sample(p, MandateStage::Asked) };
    let mut photographed = asked.clone();
    photographed.reading.photos = samples::photos(p);
    let mut changed = blank();
    changed.fail_all(p.words.refusal("MANDATE_CHANGED"));
    let taken = MandateStage::Taken { taken: ListingId(Uuid::from_u128(0x3b)) };
    let mut wrong = blank();
    wrong.fail("member", p.words.refusal("MANDATE_MEMBER_UNKNOWN"));
    let come = vec![p.person("Jeanne Petit", "Corbigny", Role::None), p.person("Minh", "", Role::None)];
    vec![
        draw("for-another-asked", asked, blank(), Vec::new()),
        draw("for-another-photos", photographed.clone(), blank(), Vec::new()),
        draw("for-another-changed", photographed, changed, Vec::new()),
        draw("for-another-waits", waits, blank(), Vec::new()),
        draw("for-another-agreed", agreed, blank(), Vec::new()),
        draw("for-another-offered", offered, blank(), Vec::new()),
        draw("for-another-said", said.clone(), blank(), Vec::new()),
        draw("for-another-hand-over", said, wrong, come),
        draw("for-another-ended", sample(p, MandateStage::Ended), blank(), Vec::new()),
        draw("for-another-taken", sample(p, taken), blank(), Vec::new()),
    ]
}
