//! A letter: subject, text and HTML, made from a community's look, a reader and what there is to say.

mod text;

use community::{CommunityFace, palette::Palette};
use kernel::{EmailAddress, Language};
use membership::complaints;
use phrases::Words;

/// Which letter it is. The name is the folder of its templates, its queue kind and its List-Id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LetterKind {
    /// Link and code to sign in. Security mail: cannot be stopped.
    SignIn,
    /// Link and code that confirm a new address. Security mail.
    ConfirmAddress,
    /// How somebody gets in was changed, and can be taken back. Security mail.
    AccountChanged,
    /// Somebody asks a member to vouch.
    SponsorshipAsked,
    /// The member has not answered yet.
    SponsorshipReminder,
    /// A member invites somebody who is not here.
    Invitation,
    /// A sponsor said yes (to the applicant).
    SponsorshipGiven,
    /// A sponsor said no, or time ran out (to the applicant).
    SponsorshipDeclined,
    /// The applicant is a member now.
    Welcome,
    /// A community begins (to its founders).
    Founder,
    /// The person one vouched for is a member now (to the sponsors).
    NewcomerAdmitted,
    /// Somebody applied where stewards admit (to the stewards).
    SomeoneApplied,
    /// Private messages wait.
    NewMessage,
    /// A listing is about to end.
    ListingExpiring,
    /// The weekly letter.
    Digest,
    /// The copy of everything about oneself that one asked for.
    CopyReady,
    /// The community is going to be removed, or is not.
    CommunityRemoval,
    /// Where somebody stands now, and why: under review, out, or in again.
    Standing,
    /// A meeting between an applicant and a host.
    Meeting,
    /// How an application goes: no answer yet, it ends soon, it has ended.
    Application,
    /// Somebody has not come for so long that they are going to be erased.
    Idle,
    /// How the request of somebody who waits goes.
    GuestRequest,
    /// What kept searches have found.
    SavedSearch,
    /// How a request in somebody else's name goes.
    Mandate,
    /// How an outing stands to which somebody comes.
    Outing,
    /// Somebody needs urgently what one offers.
    Urgent,
    /// The community's letters are complained of (to its owners and to the operators).
    Complaints,
    /// The team thinks that one may be able to help.
    HelpSuggested,
}

impl LetterKind {
    /// Every letter.
    pub const ALL: [Self; 28] = [
        Self::SignIn,
        Self::ConfirmAddress,
        Self::AccountChanged,
        Self::SponsorshipAsked,
        Self::SponsorshipReminder,
        Self::Invitation,
        Self::SponsorshipGiven,
        Self::SponsorshipDeclined,
        Self::Welcome,
        Self::Founder,
        Self::NewcomerAdmitted,
        Self::SomeoneApplied,
        Self::NewMessage,
        Self::ListingExpiring,
        Self::Digest,
        Self::CopyReady,
        Self::CommunityRemoval,
        Self::Standing,
        Self::Meeting,
        Self::Application,
        Self::Idle,
        Self::GuestRequest,
        Self::SavedSearch,
        Self::Mandate,
        Self::Outing,
        Self::Urgent,
        Self::Complaints,
        Self::HelpSuggested,
    ];

    /// Its name, snake case.
    pub fn slug(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::ConfirmAddress => "confirm_address",
            Self::AccountChanged => "account_changed",
            Self::SponsorshipAsked => "sponsorship_asked",
            Self::SponsorshipReminder => "sponsorship_reminder",
            Self::Invitation => "invitation",
            Self::SponsorshipGiven => "sponsorship_given",
            Self::SponsorshipDeclined => "sponsorship_declined",
            Self::Welcome => "welcome",
            Self::Founder => "founder",
            Self::NewcomerAdmitted => "newcomer_admitted",
            Self::SomeoneApplied => "someone_applied",
            Self::NewMessage => "new_message",
            Self::ListingExpiring => "listing_expiring",
            Self::Digest => "digest",
            Self::CopyReady => "copy_ready",
            Self::CommunityRemoval => "community_removal",
            Self::Standing => "standing",
            Self::Meeting => "meeting",
            Self::Application => "application",
            Self::Idle => "idle",
            Self::GuestRequest => "guest_request",
            Self::SavedSearch => "saved_search",
            Self::Mandate => "mandate",
            Self::Outing => "outing",
            Self::Urgent => "urgent",
            Self::Complaints => "complaints",
            Self::HelpSuggested => "help_suggested",
        }
    }

    /// Whether it bears a way to stop it. An invitation does not: it is sent once, to somebody who has no settings here; nor does
    /// what answers a wish of one's own, or tells that what is here is going to be gone, or what was decided about oneself or what one
    /// is responsible for.
    pub fn can_be_stopped(self) -> bool {
        !self.is_security()
            && !matches!(
                self,
                Self::Invitation
                    | Self::CopyReady
                    | Self::CommunityRemoval
                    | Self::Standing
                    | Self::Idle
                    | Self::Complaints
            )
    }

    /// Whether it leaves although the community's letters wait (bar E9).
    pub fn leaves_though_held(self) -> bool {
        complaints::LEAVE_THOUGH_HELD.contains(&self.slug())
    }

    /// Whether somebody stays out, or does not learn that somebody else got in, without it.
    pub fn is_security(self) -> bool {
        matches!(self, Self::SignIn | Self::ConfirmAddress | Self::AccountChanged)
    }
}

/// How one stops a kind of letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Takes the RFC 8058 one-click POST.
    pub one_click: String,
    /// A page with a button, for people.
    pub page: String,
    /// All letter settings.
    pub settings: String,
}

/// The community as its letters show it.
#[derive(Debug, Clone)]
pub struct House {
    /// Its name.
    pub name: String,
    /// Its address without a slash at the end: `https://nievre.example`.
    pub home: String,
    /// Its colours.
    pub palette: Palette,
    /// Who runs it, and where: one line, as the law wants it.
    pub postal: String,
}

impl House {
    /// The community behind `face`, reached at `home`.
    pub fn of(face: &CommunityFace, home: String) -> Self {
        Self {
            name: face.name.clone(),
            home,
            palette: Palette::of(face.brand.primary, face.brand.accent),
            postal: face.imprint(),
        }
    }
}

/// Who reads.
#[derive(Debug, Clone)]
pub struct Reader {
    /// Shown as the addressee; may be empty.
    pub name: String,
    /// Where it goes.
    pub address: EmailAddress,
    /// Language and time zone.
    pub words: Words,
    /// How to stop it; none for security mail.
    pub stop: Option<Stop>,
}

/// A composed letter, not sealed yet.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Which one.
    pub kind: LetterKind,
    /// Where it goes.
    pub to: EmailAddress,
    /// Shown as the addressee; may be empty.
    pub to_name: String,
    /// Its language.
    pub language: Language,
    /// Its subject, still as people typed it: [`super::seal`] makes one line of it.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// How to stop it.
    pub stop: Option<Stop>,
    /// The name of the conversation it belongs to, if any.
    pub thread: Option<String>,
}

/// What every template sees besides its own letter.
#[derive(Debug)]
pub struct Frame<'a> {
    /// The reader's words.
    pub w: Words,
    /// The community.
    pub house: &'a House,
    /// The subject, which is also the page title.
    pub subject: String,
    /// The line an inbox shows after the subject.
    pub preview: String,
    /// Why the reader gets this.
    pub why: String,
    /// How to stop it.
    pub stop: Option<&'a Stop>,
}

impl Frame<'_> {
    /// A page of the community: `frame.url("/home")`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.house.home)
    }
}

/// What there is to say: one struct a letter, in `letters/`.
pub trait Content {
    /// Which letter.
    const KIND: LetterKind;

    /// The subject.
    fn subject(&self, w: &Words, house: &House) -> String;

    /// The line an inbox shows after the subject.
    fn preview(&self, w: &Words, house: &House) -> String;

    /// Why the reader gets this.
    fn why(&self, w: &Words, house: &House) -> String;

    /// The name of the conversation this letter belongs to, if any: letters of one name are shown together.
    fn thread(&self) -> Option<String> {
        None
    }

    /// The MJML template, filled.
    fn mjml(&self, frame: &Frame<'_>) -> Result<String, askama::Error>;

    /// The text template, filled.
    fn text(&self, frame: &Frame<'_>) -> Result<String, askama::Error>;
}

/// A template is broken: a defect of ours.
#[derive(Debug, thiserror::Error)]
pub enum ComposeError {
    /// askama.
    #[error("the template cannot be filled: {0}")]
    Template(#[from] askama::Error),
    /// mrml reads.
    #[error("the MJML cannot be read: {0}")]
    Mjml(#[from] mrml::prelude::parser::Error),
    /// mrml writes.
    #[error("the MJML cannot be rendered: {0}")]
    Render(#[from] mrml::prelude::render::Error),
}

/// Composes `content` for `reader` in the look of `house`.
pub fn compose<C: Content>(content: &C, house: &House, reader: &Reader) -> Result<Letter, ComposeError> {
    let w = reader.words;
    let frame = Frame {
        w,
        house,
        subject: content.subject(&w, house),
        preview: content.preview(&w, house),
        why: content.why(&w, house),
        stop: reader.stop.as_ref(),
    };
    let html = render(&content.mjml(&frame)?)?;
    let text = text::fill(&content.text(&frame)?);
    Ok(Letter {
        kind: C::KIND,
        to: reader.address.clone(),
        to_name: reader.name.clone(),
        language: w.language,
        subject: frame.subject,
        text,
        html,
        stop: reader.stop.clone(),
        thread: content.thread(),
    })
}

/// MJML to HTML, with no font fetched from anywhere, and the landmarks MJML has no word for.
fn render(mjml: &str) -> Result<String, ComposeError> {
    let options =
        mrml::prelude::render::RenderOptions { fonts: std::collections::HashMap::new(), ..Default::default() };
    let html = mrml::parse(mjml)?.element.render(&options)?;
    Ok(["banner", "main", "contentinfo"].iter().fold(html, |html, role| {
        html.replacen(&format!("class=\"{role}\""), &format!("role=\"{role}\" class=\"{role}\""), 1)
    }))
}

/// Derives both templates of a letter and fills them: `parts!(Welcome, "welcome/letter.mjml", "welcome/letter.txt")`.
macro_rules! parts {
    ($letter:ty, $mjml:literal, $text:literal) => {
        fn mjml(&self, frame: &$crate::mail::letter::Frame<'_>) -> Result<String, askama::Error> {
            #[derive(askama::Template)]
            #[template(path = $mjml)]
            struct Html<'a> {
                frame: &'a $crate::mail::letter::Frame<'a>,
                letter: &'a $letter,
            }
            askama::Template::render(&Html { frame, letter: self })
        }

        fn text(&self, frame: &$crate::mail::letter::Frame<'_>) -> Result<String, askama::Error> {
            #[derive(askama::Template)]
            #[template(path = $text)]
            struct Text<'a> {
                frame: &'a $crate::mail::letter::Frame<'a>,
                letter: &'a $letter,
            }
            askama::Template::render(&Text { frame, letter: self })
        }
    };
}
pub(crate) use parts;
