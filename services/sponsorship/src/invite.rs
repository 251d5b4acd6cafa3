//! A member invites somebody by letter, and vouches for them with it.

use crate::give::LONGEST_SENTENCE;
use crate::head::Head;
use crate::jobs::InvitationLetter;
use crate::people::Held;
use crate::rules::Rules;
use crate::tokens::must_be_able_to_vouch;
use crate::words::Relation;
use crate::{SponsorshipError, store, token};
use community::text;
use database::{Db, Schedule};
use kernel::{Act, Caller, Deed, EmailAddress, InvitationId, Language, MemberId, TokenHash};

/// Invitations one member may have open at once.
pub const MOST_OPEN: i64 = 10;

/// Invitations one member may write in a day, whatever became of them: a letter box is not to be flooded.
pub const MOST_A_DAY: i64 = 20;

/// Invites somebody.
#[derive(Debug, Clone)]
pub struct Invite {
    /// Made by the client; inviting twice with the same id invites once.
    pub id: InvitationId,
    /// Whom.
    pub email: EmailAddress,
    /// How the member knows them.
    pub relation: Relation,
    /// What the member says of them; stands in the letter and becomes the sponsor's sentence.
    pub sentence: String,
    /// The language of the letter.
    pub language: Language,
}

/// An invitation to be written.
#[derive(Debug)]
pub(crate) struct NewInvitation<'i> {
    pub(crate) cmd: &'i Invite,
    pub(crate) sponsor: MemberId,
    pub(crate) sentence: &'i str,
    pub(crate) token: TokenHash,
}

/// Whether the caller may invite at all, before they are shown how; whether a token is left is said when they do.
pub fn may_invite(caller: &Caller) -> Result<(), SponsorshipError> {
    Ok(caller.must(Act::Invite)?)
}

/// Writes the invitation and the job of its letter. The answer is the same whether or not the address is known here; only the
/// letter's job looks that up, and writes to nobody who is inside already.
pub async fn invite(db: &Db, caller: &Caller, cmd: Invite) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::Invite)?;
    db.count(caller, Deed::Invite, Some(cmd.email.as_str())).await?;
    let sentence = text::needed_block("sentence", &cmd.sentence, LONGEST_SENTENCE)?;
    let mut tx = db.begin(caller.community).await?;
    // Whether a token is left is a question for the books: they are held while it is asked.
    Head::take(&mut tx).await?;
    let people = Held::take(&mut tx, &[me.member]).await?;
    let sponsor = people.get(me.member)?;
    if let Some(owner) = store::invitation::sponsor_of(&mut tx, cmd.id).await? {
        return if owner == me.member { Ok(()) } else { Err(SponsorshipError::IdInUse) };
    }
    if cmd.email.as_str() == sponsor.email {
        return Err(SponsorshipError::Oneself);
    }
    let rules = Rules::load(&mut tx).await?;
    must_be_able_to_vouch(&mut tx, &rules, sponsor).await?;
    let open = store::invitation::figures(&mut tx, me.member, cmd.email.as_str()).await?;
    if open.to_this_address > 0 {
        return Err(SponsorshipError::AlreadyInvited);
    }
    if open.open >= MOST_OPEN || open.today >= MOST_A_DAY {
        return Err(SponsorshipError::TooManyInvitations);
    }
    let token = token::invitation_hash(&token::invitation(tx.seal(), caller.community, cmd.id));
    let ends = rules.invitation_ends(tx.now());
    let new = NewInvitation { cmd: &cmd, sponsor: me.member, sentence: &sentence, token };
    store::invitation::insert(&mut tx, &new, ends).await?;
    let schedule = Schedule::default().meaning(format!("invitation:{}", cmd.id)).until(ends);
    tx.enqueue_with(&InvitationLetter { invitation: cmd.id }, schedule).await?;
    tx.commit().await?;
    Ok(())
}
