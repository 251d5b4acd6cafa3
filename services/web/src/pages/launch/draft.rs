//! From what was typed to what the house is asked. The house checks; here it is only asked step by step, with stand-ins
//! for what has not been asked yet.

use super::people;
use super::steps::Step;
use crate::error_page::No;
use crate::form::Form;
use crate::visit::Visit;
use community::{CommunityError, Draft, NewCommunity, Slug, views};
use kernel::{CommunityId, Language};
use membership::{Launch, limits};

/// What is missing or wrong up to `step` is kept in the form. True when one can go on.
pub(super) async fn check(visit: &Visit, form: &mut Form, step: Step) -> Result<bool, No> {
    suggest_address(form, step);
    ask(visit, form, step);
    if form.is_good() {
        let new = NewCommunity::check(CommunityId::PLATFORM, &draft(form, step), &visit.base()?);
        match new {
            Ok(new) => is_free(visit, form, new.slug(), step).await?,
            Err(error) => form.refused(error)?,
        }
    }
    Ok(form.is_good())
}

/// Nobody needs to think of an address: the name suggests one.
fn suggest_address(form: &mut Form, step: Step) {
    if step == Step::Brand
        && form.text("slug").is_empty()
        && let Some(slug) = Slug::suggest(form.text("name"))
    {
        form.set("slug", slug.as_str());
    }
}

/// What this step cannot do without.
fn ask(visit: &Visit, form: &mut Form, step: Step) {
    match step {
        Step::Organisation => {
            form.required("organisation", community::limits::ORGANISATION);
            form.required("postal_address", community::limits::POSTAL_ADDRESS);
        }
        Step::Model => {
            form.required("preset", community::limits::PRESET);
            form.parse::<Language>("languages", "common-field-choose");
        }
        Step::Brand => {
            form.required("name", community::limits::NAME);
            form.required("slug", community::limits::SLUG);
        }
        Step::Entry => {
            form.parse::<u32>("sponsors", "common-field-choose");
        }
        Step::People => {
            form.required("owner_name", limits::NAME);
            if let Err(line) = people::read(form.text("founders")) {
                form.fail("founders", visit.words.t1("launch-founders-line", "n", line));
            }
        }
    }
}

/// A short name that is gone is told while it can still be changed; the launch itself decides.
async fn is_free(visit: &Visit, form: &mut Form, slug: &Slug, step: Step) -> Result<(), No> {
    if step == Step::Brand && views::by_slug(&visit.db, slug.as_str()).await?.is_some() {
        form.refused(CommunityError::SlugTaken)?;
    }
    Ok(())
}

/// The draft as far as `step`.
fn draft(form: &Form, step: Step) -> Draft {
    let told = |field: &str, stand_in: &str| match Step::asking(field) {
        Some(asked) if asked <= step => form.text(field).to_owned(),
        _ => stand_in.to_owned(),
    };
    Draft {
        slug: told("slug", "maillon-58"),
        name: told("name", "-"),
        tagline: told("tagline", ""),
        organisation: told("organisation", "-"),
        postal_address: told("postal_address", "-"),
        contact_email: told("contact_email", ""),
        hosts: Vec::new(),
        preset: told("preset", "confiance"),
        languages: languages(form),
        timezone: told("timezone", "Europe/Paris"),
        brand_primary: told("brand_primary", "#24475c"),
        brand_accent: told("brand_accent", "#d9704e"),
        sponsors: told("sponsors", "").parse().ok(),
        email_domains: domains(&told("email_domains", "")),
    }
}

/// The main one, then the others.
fn languages(form: &Form) -> Vec<Language> {
    let main: Language = form.text("languages").parse().unwrap_or_default();
    let others = form.all("also").into_iter().filter_map(|code| code.parse().ok());
    std::iter::once(main).chain(others).collect()
}

fn domains(text: &str) -> Vec<String> {
    let between = |sign: char| sign.is_whitespace() || matches!(sign, ',' | ';');
    text.split(between).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Everything that was typed, for the launch. Nothing when the page has lost its id or the people cannot be read.
pub(super) fn launch(form: &mut Form) -> Option<Launch> {
    let id = CommunityId(form.id()?);
    let founders = people::read(form.text("founders")).ok()?;
    let draft = draft(form, Step::People);
    Some(Launch {
        id,
        slug: draft.slug,
        name: draft.name,
        tagline: draft.tagline,
        organisation: draft.organisation,
        postal_address: draft.postal_address,
        contact_email: draft.contact_email,
        hosts: draft.hosts,
        preset: draft.preset,
        languages: draft.languages,
        timezone: draft.timezone,
        brand_primary: draft.brand_primary,
        brand_accent: draft.brand_accent,
        sponsors: draft.sponsors,
        email_domains: draft.email_domains,
        owner_name: form.text("owner_name").to_owned(),
        founders,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;
    use community::HostName;

    #[test]
    fn steps_not_reached_yet_do_not_stand_in_the_way() {
        let form =
            Form::blank(sample_words()).with("organisation", "Foyer rural").with("postal_address", "58800 Corbigny");
        let base = HostName::from_header("maillon.test").unwrap();
        let new = NewCommunity::check(CommunityId::PLATFORM, &draft(&form, Step::Organisation), &base);
        assert!(new.is_ok(), "{new:?}");
        assert!(NewCommunity::check(CommunityId::PLATFORM, &draft(&form, Step::Brand), &base).is_err());
    }

    #[test]
    fn the_main_language_comes_first_and_domains_are_read_from_any_list() {
        let form = Form::blank(sample_words()).with("languages", "en").with("also", "fr").with("also", "en");
        assert_eq!(languages(&form), [Language::En, Language::Fr, Language::En]);
        assert_eq!(domains("ville.fr, nievre.fr;\n"), ["ville.fr", "nievre.fr"]);
    }
}
