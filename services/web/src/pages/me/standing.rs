//! Where I stand in the community, why, and what I can do about it.

use crate::error_page::No;
use crate::form::Form;
use crate::pages::steward::{cause, degree};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{AppealId, DepartureId, MemberId, ReviewId, Standing};
use poem::{Response, handler};
use sponsorship::{Appeal, AppealView, Cause, DecisionView, Degree, MeasureView, OwnStanding, UnderReview};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "me/standing.html")]
struct StandingPage {
    s: Shell,
    form: Form,
    own: OwnStanding,
    /// The page on which somebody can vouch for the reader, to be passed on.
    link: String,
}

impl StandingPage {
    fn stands(&self) -> String {
        self.s.t(match self.own.standing {
            Standing::Member => "standing-mine-member",
            Standing::UnderReview => "standing-mine-review",
            Standing::Suspended => "standing-mine-suspended",
            Standing::Expelled => "standing-mine-expelled",
            Standing::Left => "standing-mine-left",
            Standing::Applicant | Standing::Guest => "standing-mine-waiting",
        })
    }

    fn cause(&self, decision: &DecisionView) -> String {
        cause(self.s.words, decision.cause)
    }

    fn degree(&self, measure: &MeasureView) -> String {
        degree(self.s.words, measure.degree)
    }

    fn why(&self, measure: &MeasureView) -> String {
        match &measure.of {
            Some(name) => self.s.t1("standing-measure-of", "name", name),
            None if measure.follows => self.s.t("standing-measure-follows"),
            None => measure.reason.clone(),
        }
    }

    /// What can be appealed against now.
    fn appealable(&self) -> Option<Uuid> {
        let about = self.own.review.map(|review| review.id.0);
        about.or(self.own.decision.as_ref().map(|decision| decision.id.0)).filter(|_| self.own.appeal.is_none())
    }
}

/// `GET /me/standing`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string());
    draw(&visit, form).await
}

/// `POST /me/standing/appeal`
#[handler]
pub async fn send(visit: Visit, mut form: Form) -> Result<Response, No> {
    let read = |name: &str| form.text(name).parse::<Uuid>().ok();
    let cmd = Appeal {
        id: AppealId(read("id").unwrap_or_else(|| visit.fresh_id())),
        about: read("about").unwrap_or_else(Uuid::max),
        words: form.text("words").to_owned(),
    };
    match sponsorship::appeal(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say("/me/standing", "standing-is-appealed")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form).await
        }
    }
}

async fn draw(visit: &Visit, form: Form) -> Result<Response, No> {
    let own = sponsorship::own_standing(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("standing-mine-title"), Place::Elsewhere).await?;
    let link = format!("{}/members/{}/endorse", visit.site.home(&visit.face), own.member);
    Ok(page_with(form.status(), &StandingPage { s, form, own, link }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let review = UnderReview {
        id: ReviewId(Uuid::from_u128(1)),
        strikes: false,
        paths: 1,
        need: 3,
        began_at: p.ago(3),
        until_at: p.ahead(87),
    };
    let decision = DecisionView {
        id: DepartureId(Uuid::from_u128(2)),
        cause: Cause::Conduct,
        reason: p.words.t("standing-sample-reason"),
        decided_at: p.ago(2),
    };
    let waits = AppealView {
        id: AppealId(Uuid::from_u128(3)),
        words: p.words.t("standing-sample-appeal"),
        made_at: p.ago(1),
        answered_at: None,
        upheld: None,
        answer: String::new(),
    };
    let answer = p.words.t("standing-sample-reason");
    let no = AppealView { answered_at: Some(p.ago(0)), upheld: Some(false), answer, ..waits.clone() };
    let measure = |n, degree, of| crate::pages::steward::sample_measure(p, n, degree, of);
    let appealed = MeasureView { appeal: Some(no.clone()), ..measure(3, Degree::Smaller, None) };
    let measured = vec![measure(1, Degree::Strike, None), measure(2, Degree::Warning, None), appealed];
    let draw = |standing, form: Form, appeal: Option<AppealView>| StandingPage {
        s: p.member("standing-mine-title", Place::Elsewhere),
        form,
        own: OwnStanding {
            member: MemberId(Uuid::from_u128(9)),
            standing,
            review: (standing == Standing::UnderReview).then_some(review),
            decision: (standing == Standing::Expelled).then(|| decision.clone()),
            appeal,
            measures: if standing == Standing::Member { measured.clone() } else { Vec::new() },
        },
        link: "entraide-nievre.example.test/members/9/endorse".to_owned(),
    };
    let blank = || Form::blank(p.words);
    let mut wrong = blank();
    wrong.required("words", 2_000);
    vec![
        p.page("mine-standing", &draw(Standing::Member, blank(), None)),
        p.page("mine-standing-review", &draw(Standing::UnderReview, blank(), None)),
        p.page("mine-standing-error", &draw(Standing::UnderReview, wrong, None)),
        p.page("mine-standing-out", &draw(Standing::Expelled, blank(), None)),
        p.page("mine-standing-appealed", &draw(Standing::Expelled, blank(), Some(waits))),
        p.page("mine-standing-answered", &draw(Standing::Expelled, blank(), Some(no))),
    ]
}
