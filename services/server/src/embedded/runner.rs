//! As whom a private server runs: as ourselves, or, when we are root, as a system user who may do little.

use std::{
    fs::Permissions,
    os::unix::{
        fs::{MetadataExt, PermissionsExt, chown},
        process::CommandExt,
    },
    path::Path,
    process::{Command, Output, Stdio},
};

use super::EmbeddedError;

/// The system user that a private server is started as.
#[derive(Clone, Copy, Debug)]
pub(super) struct Runner {
    uid: u32,
    /// Set when we are root and have to become somebody else first.
    group: Option<u32>,
}

impl Runner {
    /// Ourselves, or `user` when we are root.
    pub(super) fn unprivileged(user: &str) -> Result<Self, EmbeddedError> {
        let absent = || EmbeddedError::NoUser(user.to_owned());
        match id(&["-u"]).ok_or_else(absent)? {
            0 => Ok(Self {
                uid: id(&["-u", user]).ok_or_else(absent)?,
                group: Some(id(&["-g", user]).ok_or_else(absent)?),
            }),
            uid => Ok(Self { uid, group: None }),
        }
    }

    /// A command that runs as this user, away from a directory that the user may not be able to enter, and in a
    /// process group of its own, so that a Ctrl-C meant for us does not stop it under our feet.
    pub(super) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir("/").stdin(Stdio::null()).process_group(0);
        if let Some(gid) = self.group {
            command.uid(self.uid).gid(gid);
        }
        command
    }

    /// Runs a command to its end and answers what it printed; `log` receives the output of whatever stays running.
    pub(super) fn output(command: &mut Command) -> Result<String, EmbeddedError> {
        let program = command.get_program().to_string_lossy().into_owned();
        let output = command.output().map_err(EmbeddedError::files(&program))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(EmbeddedError::Refused { program, said: last_words(&output) })
        }
    }

    /// Makes a directory that only this user (and root) may enter.
    pub(super) fn directory(&self, path: &Path) -> Result<(), EmbeddedError> {
        std::fs::create_dir_all(path).map_err(EmbeddedError::files(path))?;
        let owner = std::fs::symlink_metadata(path).map_err(EmbeddedError::files(path))?;
        let ours = owner.is_dir() && (owner.uid() == self.uid || self.group.is_some());
        if !ours {
            return Err(EmbeddedError::ForeignDirectory(path.to_owned()));
        }
        self.give(path)?;
        std::fs::set_permissions(path, Permissions::from_mode(0o700)).map_err(EmbeddedError::files(path))
    }

    /// Hands a file that we wrote to this user.
    pub(super) fn give(&self, path: &Path) -> Result<(), EmbeddedError> {
        match self.group {
            Some(gid) => chown(path, Some(self.uid), Some(gid)).map_err(EmbeddedError::files(path)),
            None => Ok(()),
        }
    }

    /// Whether this user can walk down to `path`; false when a folder above it is closed to others.
    pub(super) fn can_reach(&self, path: &Path) -> bool {
        self.group.is_none()
            || path.ancestors().skip(1).all(|above| {
                above.metadata().map_or(true, |folder| {
                    folder.mode() & 0o001 != 0 || (folder.uid() == self.uid && folder.mode() & 0o100 != 0)
                })
            })
    }
}

fn id(arguments: &[&str]) -> Option<u32> {
    let output = Command::new("id").args(arguments).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

fn last_words(output: &Output) -> String {
    let said = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    let said = String::from_utf8_lossy(&said);
    let lines: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).collect();
    lines.iter().skip(lines.len().saturating_sub(6)).copied().collect::<Vec<_>>().join(" | ")
}
