//! The circles that members have formed.

use super::{Cast, cast::Circle, stage::Stage};
use crate::ground::Failure;
use chrono::Duration;
use groups::{AskForGroup, GrantGroup, JoinGroup, Joining};
use kernel::{GroupId, Role};
use uuid::Uuid;

/// Before the listings, since some are for one of them.
pub(super) async fn form(stage: &Stage, cast: &Cast) -> Result<(), Failure> {
    let steward = cast.members.iter().find(|person| person.role == Role::Steward).ok_or("nobody decides")?;
    for circle in &cast.groups {
        stage.stand(Duration::days(circle.days_ago));
        let id = id_of(stage, &circle.name);
        let joining = if circle.asking { Joining::Asking } else { Joining::AtOnce };
        let wish = AskForGroup { id, name: circle.name.clone(), purpose: circle.purpose.clone(), joining };
        groups::ask_for_group(&stage.db, &stage.member(&circle.keeper).await?, wish).await?;
        if circle.granted {
            stage.wait(Duration::hours(5));
            groups::grant_group(&stage.db, &stage.member(&steward.name).await?, GrantGroup { id }).await?;
        }
        join(stage, circle, id).await?;
    }
    Ok(())
}

async fn join(stage: &Stage, circle: &Circle, id: GroupId) -> Result<(), Failure> {
    for name in &circle.members {
        stage.wait(Duration::minutes(50));
        groups::join_group(&stage.db, &stage.member(name).await?, JoinGroup { id }).await?;
    }
    Ok(())
}

pub(super) fn id_of(stage: &Stage, name: &str) -> GroupId {
    GroupId(Uuid::new_v5(&stage.community.0, format!("group:{name}").as_bytes()))
}
