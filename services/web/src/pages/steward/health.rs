//! `GET /steward/health`: how healthy the community is; what to look at, and no verdict on anybody.

use crate::error_page::No;
use crate::kit::{Bar, Html, Point, bars, trend};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use chrono::NaiveDate;
use kernel::{Role, Timestamp};
use membership::MemberCard;
use phrases::Words;
use poem::{Response, handler};
use sponsorship::health::{Carrier, Funnel, HealthView, Month};

#[derive(Template)]
#[template(path = "steward/health.html")]
struct HealthPage {
    s: Shell,
    /// Nothing until it was measured for the first time.
    latest: Option<Latest>,
    founders: Vec<Told>,
    keystones: Vec<Told>,
    to_look_at: Vec<MemberCard>,
    funnel: Html,
    median: Option<String>,
    owner: bool,
}

/// The newest month.
struct Latest {
    measured_at: Timestamp,
    /// The share and its trend.
    sound: String,
    trend: Html,
    roots: String,
    rho: String,
    audit: String,
}

/// Somebody whom others hang on.
struct Told {
    card: Option<MemberCard>,
    cost: String,
}

/// `GET /steward/health`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    let view = sponsorship::health::health(&visit.db, &visit.caller).await?;
    let owner = visit.caller.may(kernel::Act::SeeSettings);
    let s = visit.shell(&visit.words.t("health-title"), Place::Elsewhere).await?;
    Ok(page(&HealthPage::of(s, view, owner)))
}

impl HealthPage {
    fn of(s: Shell, view: HealthView, owner: bool) -> Self {
        let words = s.words;
        let told = |carriers: Vec<Carrier>| carriers.into_iter().map(|one| told(one, words)).collect();
        Self {
            latest: latest(&view, words),
            funnel: funnel(&view.funnel, words),
            median: view.funnel.median_days.map(|days| words.t1("health-median", "days", words.decimal(days))),
            founders: told(view.founders),
            keystones: told(view.keystones),
            to_look_at: view.to_look_at,
            owner,
            s,
        }
    }
}

fn latest(view: &HealthView, words: Words) -> Option<Latest> {
    let newest = view.months.first()?;
    let point = |month: &Month| Point { label: name(month.month, words), share: month.share() };
    let points: Vec<Point> = view.months.iter().rev().map(point).collect();
    let sound = [
        ("share", words.percent(newest.share()).into()),
        ("part", newest.sound.into()),
        ("whole", newest.standing.into()),
        ("need", newest.need.into()),
    ];
    let share = if newest.standing == 0 { 1.0 } else { f64::from(newest.accepted) / f64::from(newest.standing) };
    Some(Latest {
        measured_at: newest.measured_at,
        sound: words.tn("health-sound", &sound),
        trend: trend(&words.t("health-trend"), &points, &words),
        roots: words.t1("health-roots", "n", newest.roots),
        rho: view
            .reproduction
            .map_or_else(|| words.t("health-rho-unknown"), |rho| words.t1("health-rho", "rho", words.decimal(rho))),
        audit: words.t2("health-audit", "share", words.percent(share), "n", newest.accepted),
    })
}

/// A month by its name: `mars 2026`.
fn name(month: NaiveDate, words: Words) -> String {
    // At noon it is the same month everywhere.
    words.month_year(&month.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc())
}

fn told(carrier: Carrier, words: Words) -> Told {
    let cost = match carrier.falling {
        Some(falling) => words.t2("health-loss", "falling", falling, "orphans", carrier.orphans),
        None => words.t1("health-keystone", "n", carrier.orphans),
    };
    Told { card: carrier.member, cost }
}

fn funnel(funnel: &Funnel, words: Words) -> Html {
    let rows = [
        ("health-waiting", funnel.waiting),
        ("health-asked", funnel.asked),
        ("health-given", funnel.given),
        ("health-declined", funnel.declined),
        ("health-unanswered", funnel.unanswered),
        ("health-admitted", funnel.admitted),
    ];
    let rows = rows.map(|(key, count)| Bar { label: words.t(key), count });
    bars(&words.t("health-funnel"), &rows, &words)
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let month = |ago: i64, sound: i32| Month {
        month: p.ago(ago).date_naive(),
        measured_at: p.ago(ago),
        standing: 412,
        sound,
        undetermined: 0,
        roots: 9,
        need: 3,
        accepted: 398,
    };
    let carrier = |name: &str, orphans, falling| Carrier {
        member: Some(p.person(name, "Corbigny", Role::None)),
        orphans,
        falling,
    };
    let whole = HealthView {
        months: vec![month(1, 391), month(31, 380), month(61, 352), month(91, 360)],
        founders: vec![carrier("Hélène Garnier", 2, Some(14)), carrier("Guy", 0, Some(3))],
        keystones: vec![
            carrier("Marie-Antoinette de la Fontaine-Beaumarchais", 6, None),
            Carrier { member: None, orphans: 2, falling: None },
        ],
        to_look_at: p.people(),
        funnel: Funnel {
            waiting: 12,
            asked: 64,
            given: 41,
            declined: 6,
            unanswered: 9,
            admitted: 11,
            median_days: Some(8.5),
        },
        reproduction: Some(2.4),
    };
    let draw = |view| HealthPage::of(p.steward("health-title", Place::Elsewhere), view, true);
    vec![p.page("desk-health", &draw(whole)), p.page("desk-health-empty", &draw(HealthView::default()))]
}
