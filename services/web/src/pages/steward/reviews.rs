//! `GET /steward/reviews`: what waits for a second steward, who is under review, who appeals.

use super::departure::sample_wish;
use super::effects::{cause, degree};
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{Html, pager};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{AppealId, Cursor, PageRequest, ReviewId, Role};
use poem::web::Path;
use poem::{Request, Response, handler};
use sponsorship::{AnswerAppeal, ConfirmMember, OpenAppeal, ProposalView, ReviewView, UnderReview};
use uuid::Uuid;

const SHOWN: u32 = 30;

#[derive(Template)]
#[template(path = "steward/reviews.html")]
struct ReviewsPage {
    s: Shell,
    form: Form,
    proposals: Vec<ProposalView>,
    reviews: Vec<ReviewView>,
    appeals: Vec<OpenAppeal>,
    pager: Html,
}

impl ReviewsPage {
    /// Whether a person is to decide now.
    fn is_due(&self, view: &ReviewView) -> bool {
        view.review.until_at <= self.s.now
    }

    fn against(&self, appeal: &OpenAppeal) -> String {
        let (cause, degree) =
            (appeal.cause.map(|one| cause(self.s.words, one)), appeal.degree.map(|one| degree(self.s.words, one)));
        cause.or(degree).unwrap_or_else(|| self.s.t("standing-appeal-review"))
    }

    fn cause(&self, wish: &ProposalView) -> String {
        cause(self.s.words, wish.cause)
    }
}

/// `GET /steward/reviews`
#[handler]
pub async fn show(visit: Visit, request: &Request) -> Result<Response, No> {
    let query = Form::parse_text(visit.words, request.uri().query().unwrap_or_default().as_bytes());
    draw(&visit, Form::blank(visit.words), Cursor::decode(query.text("after"))).await
}

/// `POST /steward/reviews/:id/confirm`
#[handler]
pub async fn confirm(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let cmd = ConfirmMember { id: ReviewId(id), reason: form.text("reason").to_owned() };
    match sponsorship::confirm_member(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say("/steward/reviews", "standing-is-confirmed")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form.about(id), None).await
        }
    }
}

/// `POST /steward/appeals/:id/answer`
#[handler]
pub async fn answer(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let upheld = form.ticked("upheld");
    let cmd = AnswerAppeal { id: AppealId(id), upheld, answer: form.text("answer").to_owned() };
    match sponsorship::answer_appeal(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say("/steward/reviews", "standing-is-answered")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form.about(id), None).await
        }
    }
}

async fn draw(visit: &Visit, form: Form, after: Option<Cursor>) -> Result<Response, No> {
    let (db, caller) = (&visit.db, &visit.caller);
    let found = sponsorship::reviews(db, caller, PageRequest::new(SHOWN, after)).await?;
    let proposals = sponsorship::proposals(db, caller).await?;
    let appeals = sponsorship::appeals(db, caller).await?;
    let s = visit.shell(&visit.words.t("standing-reviews-title"), Place::Elsewhere).await?;
    let next = found.next.map(|next| format!("/steward/reviews?after={}", next.encode()));
    let pager = pager(after.map(|_| "/steward/reviews"), next.as_deref(), &s.words);
    Ok(page_with(form.status(), &ReviewsPage { s, form, proposals, reviews: found.items, appeals, pager }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let review = |n: u128, name: &str, paths, days| ReviewView {
        member: p.person(name, "Corbigny", Role::None),
        review: UnderReview {
            id: ReviewId(Uuid::from_u128(n)),
            strikes: n == 3,
            paths,
            need: 3,
            began_at: p.ago(40),
            until_at: p.ahead(days),
        },
    };
    let appeal = |n: u128, name: &str, cause| OpenAppeal {
        id: AppealId(Uuid::from_u128(n)),
        member: p.person(name, "Corbigny", Role::None),
        words: p.words.t("standing-sample-appeal"),
        made_at: p.ago(2),
        cause,
        degree: None,
        reason: String::new(),
    };
    let draw = |form, full: bool| ReviewsPage {
        s: p.steward("standing-reviews-title", Place::Elsewhere),
        form,
        proposals: if full { vec![sample_wish(p)] } else { Vec::new() },
        reviews: if full {
            vec![review(1, "Léa Dubois", 0, -1), review(2, "Minh", 2, 50), review(3, "Fatou Diop", 0, 20)]
        } else {
            Vec::new()
        },
        appeals: if full {
            vec![appeal(3, "Paul", Some(sponsorship::Cause::Conduct)), appeal(4, "Minh", None)]
        } else {
            Vec::new()
        },
        pager: Html::default(),
    };
    let mut wrong = Form::blank(p.words);
    wrong.required("answer", 500);
    vec![
        p.page("reviews", &draw(Form::blank(p.words), true)),
        p.page("reviews-empty", &draw(Form::blank(p.words), false)),
        p.page("reviews-error", &draw(wrong.about(Uuid::from_u128(4)), true)),
    ]
}
