//! The parent's side: pictures are developed by children, two at a time, the others wait their turn.

use crate::{Format, Negative, PictureError, Print, Shelf, Unfit, child, limits, turns::Turns};
use kernel::CommunityId;
use std::io;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use tokio::io::AsyncReadExt as _;
use tokio::process::{Child, Command};
use tokio::time::timeout;

/// What takes pictures in: who develops them, and where they are kept. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Studio {
    /// Who develops them.
    pub workshop: Workshop,
    /// Where they are kept.
    pub shelf: Shelf,
}

/// Develops pictures in children of a program. Cheap to clone; clones take turns together.
#[derive(Debug, Clone)]
pub struct Workshop {
    program: Arc<PathBuf>,
    turns: Turns,
}

impl Workshop {
    /// With children of this program, which calls [`child::main`] in the role [`child::ROLE`].
    pub fn of(program: PathBuf) -> Self {
        Self { program: Arc::new(program), turns: Turns::of(limits::AT_ONCE) }
    }

    /// Looks at a picture that somebody of `community` sent, and draws it anew.
    ///
    /// # Errors
    /// What it is not; [`PictureError::Busy`] when nobody's turn ends in time.
    pub async fn develop(&self, community: CommunityId, negative: Negative) -> Result<Print, PictureError> {
        if Format::of(negative.beginning()).is_none() {
            return Err(Unfit::Kind.into());
        }
        let turn = timeout(limits::PATIENCE, self.turns.turn(community)).await;
        let Ok(Some(_turn)) = turn else { return Err(PictureError::Busy) };
        let mut child = self.start(negative)?;
        let said = timeout(limits::DEADLINE, listen(&mut child)).await;
        // It has said what it had to say, or too much, or nothing in time.
        let _dead = child.kill().await;
        match said {
            Ok(said) => Ok(child::heard(&said?)?),
            Err(_) => Err(Unfit::Broken.into()),
        }
    }

    fn start(&self, negative: Negative) -> Result<Child, PictureError> {
        let mut command = Command::new(self.program.as_path());
        command
            .arg(child::ROLE)
            .env_clear()
            // The allocator would set a gigabyte of addresses aside, more than the child may have.
            .env("MIMALLOC_ARENA_RESERVE", "0")
            .current_dir("/")
            .stdin(Stdio::from(negative.into_file()?))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true);
        Ok(command.spawn()?)
    }
}

async fn listen(child: &mut Child) -> io::Result<Vec<u8>> {
    let mut said = Vec::new();
    if let Some(voice) = child.stdout.take() {
        voice.take(limits::DRAWN).read_to_end(&mut said).await?;
    }
    Ok(said)
}
