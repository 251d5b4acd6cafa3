//! Who is told of a removal: owners at once and once more before it; everybody else a day after the wish.

use crate::jobs::{RemovalLetter, RemovalNews, TellRemoval};
use crate::{PrivacyError, store};
use database::{CommunityTx, DatabaseError, Db, Schedule};
use kernel::{Act, Caller, MemberId, Role, Standing, Timestamp};

/// What a letter about a removal says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RemovalFacts {
    /// When it is to be carried out; of no meaning once it was called off.
    pub due_at: Timestamp,
    /// Whether the reader can call it off.
    pub is_owner: bool,
}

/// Writes a letter's job for each whom it concerns; how many. None when the wish does not stand as the news say. The house only.
pub async fn tell(db: &Db, caller: &Caller, news: TellRemoval) -> Result<usize, PrivacyError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    if !is_true(&mut tx, news).await? {
        return Ok(0);
    }
    let people = store::removal::people(&mut tx, news.everybody).await?;
    let letter = |member: MemberId| RemovalLetter { removal: news.removal, news: news.news, member };
    // Owners knew before everybody was told; that it was called off is news to all.
    let skips_owners = news.everybody && news.news == RemovalNews::Asked;
    let told = people.into_iter().filter(|(_, role)| !(skips_owners && *role == Role::Owner));
    let jobs: Vec<_> = told.map(|(member, _)| (letter(member), Schedule::default())).collect();
    let count = jobs.len();
    tx.enqueue_all(jobs).await?;
    tx.commit().await?;
    Ok(count)
}

/// What to write to this member; nothing when it is not true any more, or they have gone. The house only.
pub async fn letter(db: &Db, caller: &Caller, job: RemovalLetter) -> Result<Option<RemovalFacts>, PrivacyError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let news = TellRemoval { removal: job.removal, news: job.news, everybody: true };
    let stands = is_true(&mut tx, news).await?;
    let person = store::removal::person(&mut tx, job.member).await?;
    let due_at = store::removal::standing(&mut tx).await?.map_or(tx.now(), |view| view.due_at);
    tx.commit().await?;
    let here = person.filter(|(standing, _)| stands && !matches!(standing, Standing::Left | Standing::Expelled));
    Ok(here.map(|(_, role)| RemovalFacts { due_at, is_owner: role == Role::Owner }))
}

async fn is_true(tx: &mut CommunityTx, job: TellRemoval) -> Result<bool, DatabaseError> {
    let standing = store::removal::standing(tx).await?;
    Ok(match job.news {
        RemovalNews::Asked | RemovalNews::Soon => {
            standing.is_some_and(|view| view.id == job.removal && !view.has_begun)
        }
        // Asked for once more meanwhile: then that is the news.
        RemovalNews::CalledOff => standing.is_none(),
    })
}
