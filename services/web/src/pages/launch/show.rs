//! One step of the launch, drawn.

use super::brand::{self, PAIRS};
use super::steps::Step;
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Html};
use crate::pages::query::query;
use crate::shell::{Place, Shell, page_with, see};
use crate::visit::Visit;
use askama::Template;
use community::{Brand, preset};
use kernel::Language;
use phrases::Words;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "launch/wizard.html")]
pub(super) struct WizardPage {
    pub(super) s: Shell,
    pub(super) form: Form,
    pub(super) step: Step,
    /// The installation's own domain, with its port where people have to type one.
    pub(super) base: String,
    /// The colours shown.
    pub(super) brand: Brand,
    /// The address that signed in.
    pub(super) owner: String,
}

/// Time zones to choose from: key of the words, IANA name.
pub(super) const ZONES: [(&str, &str); 14] = [
    ("launch-zone-paris", "Europe/Paris"),
    ("launch-zone-brussels", "Europe/Brussels"),
    ("launch-zone-zurich", "Europe/Zurich"),
    ("launch-zone-london", "Europe/London"),
    ("launch-zone-guadeloupe", "America/Guadeloupe"),
    ("launch-zone-martinique", "America/Martinique"),
    ("launch-zone-cayenne", "America/Cayenne"),
    ("launch-zone-miquelon", "America/Miquelon"),
    ("launch-zone-reunion", "Indian/Reunion"),
    ("launch-zone-mayotte", "Indian/Mayotte"),
    ("launch-zone-noumea", "Pacific/Noumea"),
    ("launch-zone-tahiti", "Pacific/Tahiti"),
    ("launch-zone-montreal", "America/Toronto"),
    ("launch-zone-dakar", "Africa/Dakar"),
];

#[handler]
pub(super) async fn launch(visit: Visit) -> Result<Response, No> {
    if !visit.is_signed_in() {
        return Ok(see(&visit.sign_in_first()));
    }
    let form = blank(visit.words, query(&visit).text("preset")).with("id", visit.fresh_id().to_string());
    shown(&visit, form, Step::Organisation).await
}

/// The first page's answers that most people keep.
pub(super) fn blank(words: Words, wished: &str) -> Form {
    let (_, primary, accent) = PAIRS[0];
    let preset = preset::by_name(wished).ok().or(preset::all().first()).map_or("", |preset| preset.name.as_str());
    Form::blank(words)
        .with("preset", preset)
        .with("languages", words.language.code())
        .with("timezone", "Europe/Paris")
        .with("brand_primary", primary)
        .with("brand_accent", accent)
}

/// The page of a step.
pub(super) async fn shown(visit: &Visit, mut form: Form, step: Step) -> Result<Response, No> {
    prepare(&mut form, step);
    let owner = match visit.caller.account() {
        Some(_) => membership::account::own(&visit.db, &visit.caller).await?.email.to_string(),
        None => String::new(),
    };
    let s = visit.shell(&visit.words.t(step.title()), Place::Elsewhere).await?;
    let base = visit.site.port.map_or(visit.site.host.clone(), |port| format!("{}:{port}", visit.site.host));
    let page = WizardPage { s, step, base, brand: brand_of(&form), owner, form };
    Ok(page_with(page.form.status(), &page))
}

/// What a step proposes before anything was chosen there.
pub(super) fn prepare(form: &mut Form, step: Step) {
    if step == Step::Entry && form.text("sponsors").is_empty() {
        let policy = preset::by_name(form.text("preset")).map(|preset| &preset.policy);
        let sponsors = policy.ok().and_then(community::Policy::sponsors).unwrap_or(0);
        form.set("sponsors", &sponsors.to_string());
    }
}

pub(super) fn brand_of(form: &Form) -> Brand {
    Brand::parse(form.text("brand_primary"), form.text("brand_accent")).unwrap_or(Brand::PLATFORM)
}

/// For the template.
impl WizardPage {
    fn progress(&self) -> Html {
        let names: Vec<String> = Step::ALL.iter().map(|step| self.s.t(step.label())).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        kit::progress(&names, self.step.place(), &self.s.words)
    }

    /// Everything asked on other steps goes along unseen.
    fn carried(&self) -> Vec<(&'static str, String)> {
        let fields = Step::ALL.into_iter().filter(|step| *step != self.step).flat_map(Step::fields);
        let values = |name: &&'static str| -> Vec<(&'static str, String)> {
            self.form.all(name).into_iter().map(|value| (*name, value.to_owned())).collect()
        };
        fields.flat_map(values).collect()
    }

    /// What follows the community's own part of its address.
    fn below(&self) -> String {
        format!(".{}", self.base)
    }

    fn stylesheet(&self) -> String {
        brand::address(self.brand)
    }

    /// `(key, ratio, class)` of each pair of colours that must be readable.
    fn ratios(&self) -> Vec<(String, &'static str)> {
        let keys = ["launch-ratio-button", "launch-ratio-accent", "launch-ratio-link"];
        let classes = ["", " ratio__s--2", " ratio__s--3"];
        let ratios = brand::ratios(self.brand).into_iter();
        let told = keys.into_iter().zip(ratios).map(|(key, ratio)| self.s.t1(key, "ratio", self.s.decimal(ratio)));
        told.zip(classes).collect()
    }

    /// `(value, name, primary, accent)` of the suggested pairs.
    fn pairs(&self) -> Vec<(String, String, &'static str, &'static str)> {
        let pair = |(key, primary, accent): (&str, &'static str, &'static str)| {
            (format!("{primary}-{accent}").replace('#', ""), self.s.t(key), primary, accent)
        };
        PAIRS.into_iter().map(pair).collect()
    }

    fn presets(&self) -> kit::Choices {
        let language = self.s.words.language;
        let choices = self.form.choices("preset", self.s.t("launch-preset")).cards();
        preset::all()
            .iter()
            .fold(choices, |all, one| all.explained(&one.name, one.title.get(language), one.summary.get(language)))
    }

    fn main_language(&self) -> kit::Field {
        let field = self.form.field("languages", self.s.t("launch-language")).hint(self.s.t("launch-language-hint"));
        Language::ALL.iter().fold(field, |field, one| field.option(one.code(), one.own_name())).short()
    }

    fn other_languages(&self) -> kit::Choices {
        let choices = self.form.choices("also", self.s.t("launch-also")).hint(self.s.t("launch-also-hint")).many();
        Language::ALL.iter().fold(choices, |all, one| all.option(one.code(), one.own_name()))
    }

    fn zone(&self) -> kit::Field {
        let field = self.form.field("timezone", self.s.t("launch-zone")).hint(self.s.t("launch-zone-hint"));
        ZONES.iter().fold(field, |field, (key, zone)| field.option(*zone, self.s.t(key)))
    }

    fn sponsors(&self) -> kit::Choices {
        let s = &self.s;
        self.form
            .choices("sponsors", s.t("launch-sponsors"))
            .cards()
            .explained("3", s.t("launch-sponsors-3"), s.t("launch-sponsors-3-text"))
            .explained("2", s.t("launch-sponsors-2"), s.t("launch-sponsors-2-text"))
            .explained("1", s.t("launch-sponsors-1"), s.t("launch-sponsors-1-text"))
            .explained("0", s.t("launch-sponsors-0"), s.t("launch-sponsors-0-text"))
    }

    /// The name so far, for the preview.
    fn shown_name(&self) -> String {
        match self.form.text("name") {
            "" => self.s.t("launch-preview-name"),
            name => name.to_owned(),
        }
    }

    /// The line under the name so far: the model's own, when none was written.
    fn shown_tagline(&self) -> String {
        let written = self.form.text("tagline");
        let language = self.form.text("languages").parse().unwrap_or(self.s.words.language);
        match preset::by_name(self.form.text("preset")) {
            Ok(preset) if written.is_empty() => preset.tagline.get(language).clone(),
            _ => written.to_owned(),
        }
    }

    /// The summary: step to change it, icon, question, answer.
    fn summary(&self) -> Vec<(Step, &'static str, String, String)> {
        let s = &self.s;
        let language = s.words.language;
        let text = |name: &str| self.form.text(name).to_owned();
        let model =
            preset::by_name(self.form.text("preset")).map_or(String::new(), |one| one.title.get(language).clone());
        let who = match self.form.text("sponsors").parse::<u32>() {
            Ok(sponsors) if sponsors > 0 => s.t1("launch-summary-sponsors", "n", sponsors),
            _ => s.t("launch-summary-team"),
        };
        vec![
            (
                Step::Organisation,
                "users",
                s.t("launch-summary-organisation"),
                format!("{}, {}", text("organisation"), text("postal_address")),
            ),
            (Step::Model, "list", s.t("launch-summary-model"), model),
            (Step::Brand, "heart", s.t("launch-summary-name"), text("name")),
            (Step::Brand, "link", s.t("launch-summary-address"), format!("{}.{}", text("slug"), self.base)),
            (Step::Entry, "door", s.t("launch-summary-entry"), who),
        ]
    }
}
