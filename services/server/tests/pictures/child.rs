//! The child that decodes: what it may do, and what happens when it does not end.

use crate::made;
use kernel::{CommunityId, Entropy as _, OsEntropy, PhotoId};
use pictures::{Negative, PictureError, Shelf, Unfit, Workshop, child};
use std::io::Write as _;
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

pub fn workshop() -> Workshop {
    Workshop::of(PathBuf::from(env!("CARGO_BIN_EXE_maillon")))
}

/// A picture as it comes in.
pub fn negative(bytes: &[u8]) -> Negative {
    let shelf = Shelf::on_disk(std::env::temp_dir().join("maillon-pictures"));
    let mut negative = shelf.negative(CommunityId::PLATFORM, PhotoId(OsEntropy.id())).unwrap();
    negative.take(bytes).unwrap();
    negative
}

#[tokio::test]
async fn u2_a_child_of_the_real_program_draws_a_picture() {
    for format in [image::ImageFormat::Jpeg, image::ImageFormat::Png, image::ImageFormat::WebP] {
        let sent = made::coded(&made::picture(1_000, 2_000), format);
        let print = workshop().develop(CommunityId::PLATFORM, negative(&sent)).await.unwrap();
        assert_eq!((print.large.width, print.large.height), (800, 1_600), "{format:?}");
        assert_eq!((print.small.width, print.small.height), (200, 400));
    }
}

/// As the kernel says it, while the child waits for its picture.
#[test]
fn u2_the_child_has_512_mib_of_addresses_10_seconds_and_no_files() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_maillon"));
    command.arg(child::ROLE).env_clear().env("MIMALLOC_ARENA_RESERVE", "0");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let limits = format!("/proc/{}/limits", child.id());
    let row = |name: &str| {
        let text = std::fs::read_to_string(&limits).unwrap();
        let row = text.lines().find(|row| row.starts_with(name)).unwrap();
        row[26..].split_whitespace().take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    let began = Instant::now();
    while row("Max core file size") != ["0", "0"] {
        assert!(began.elapsed() < Duration::from_secs(20), "it never limited itself");
        std::thread::sleep(Duration::from_millis(5));
    }
    for (name, most) in [
        ("Max address space", "536870912"),
        ("Max cpu time", "10"),
        ("Max open files", "0"),
        ("Max processes", "0"),
        ("Max file size", "0"),
    ] {
        assert_eq!(row(name), [most, most], "{name}");
    }
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let addresses: u64 = status
        .lines()
        .find_map(|row| row.strip_prefix("VmSize:"))
        .unwrap()
        .trim()
        .split(' ')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    assert!(addresses < 200 * 1024, "it has {addresses} KiB of addresses before its picture came");
    child.stdin.take().unwrap().write_all(b"no picture").unwrap();
    let said = child.wait_with_output().unwrap();
    assert!(said.status.success());
    assert_eq!(child::heard(&said.stdout), Err(Unfit::Kind));
}

/// Read while it waits for its picture.
#[test]
fn u2_the_child_is_the_first_to_go_when_memory_is_short() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_maillon"));
    command.arg(child::ROLE).env_clear().env("MIMALLOC_ARENA_RESERVE", "0");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let score = format!("/proc/{}/oom_score_adj", child.id());
    let began = Instant::now();
    while std::fs::read_to_string(&score).unwrap().trim() != "1000" {
        assert!(began.elapsed() < Duration::from_secs(20), "it does not offer itself");
        std::thread::sleep(Duration::from_millis(5));
    }
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
}

/// As the user that services run as: not as one who may read everything.
fn as_a_service(command: &mut Command) -> &mut Command {
    if std::fs::metadata("/proc/self").unwrap().uid() == 0 { command.uid(65_534).gid(65_534) } else { command }
}

/// Whether a process of the same user may look into another; asked of the kernel the same way as its memory is.
fn may_look_into(process: &Child) -> bool {
    let mut look = Command::new("cat");
    look.arg(format!("/proc/{}/environ", process.id())).stdout(Stdio::null()).stderr(Stdio::null());
    as_a_service(&mut look).status().unwrap().success()
}

/// The service waits for a database that never answers.
#[test]
fn u2_whoever_runs_as_the_same_user_cannot_look_into_the_service() {
    let database = TcpListener::bind("127.0.0.1:0").unwrap();
    database.set_nonblocking(true).unwrap();
    let url = format!("postgres://nobody@{}/maillon", database.local_addr().unwrap());
    let mut command = Command::new(env!("CARGO_BIN_EXE_maillon"));
    command.arg("serve").env_clear().env("MAILLON_SECRET", "0123456789abcdef".repeat(4));
    command.env("MAILLON_APP_URL", &url).env("MAILLON_PLATFORM_URL", &url).stderr(Stdio::null());
    let mut service = as_a_service(&mut command).spawn().unwrap();
    let began = Instant::now();
    let _asks = loop {
        if let Ok(asks) = database.accept() {
            break asks;
        }
        assert!(service.try_wait().unwrap().is_none(), "it never asks for its database");
        assert!(began.elapsed() < Duration::from_secs(30), "it never asks for its database");
        std::thread::sleep(Duration::from_millis(5));
    };
    let closed = !may_look_into(&service);
    assert!(service.try_wait().unwrap().is_none(), "it was looked at while it ran");
    service.kill().unwrap();
    service.wait().unwrap();
    let mut other = as_a_service(Command::new("sleep").arg("60")).spawn().unwrap();
    let open = may_look_into(&other);
    other.kill().unwrap();
    other.wait().unwrap();
    assert!(open, "another program of this user can be looked into, or this shows nothing");
    assert!(closed);
}

/// Another program in the place of ours, which never answers: it is killed when its time is over, and the third in line is told.
#[tokio::test]
async fn u2_a_child_that_never_ends_is_killed_and_others_are_told_to_come_back() {
    let program = std::env::temp_dir().join(format!("maillon-never-{}", std::process::id()));
    std::fs::write(&program, "#!/bin/sh\nexec /bin/sleep 600\n").unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700)).unwrap();
    let workshop = Workshop::of(program.clone());
    let sent = made::jpeg(4, 4);
    let began = Instant::now();
    let (first, second, third) = tokio::join!(
        workshop.develop(CommunityId::PLATFORM, negative(&sent)),
        workshop.develop(CommunityId::PLATFORM, negative(&sent)),
        workshop.develop(CommunityId::PLATFORM, negative(&sent)),
    );
    assert!(matches!(first, Err(PictureError::Unfit(Unfit::Broken))), "{first:?}");
    assert!(matches!(second, Err(PictureError::Unfit(Unfit::Broken))), "{second:?}");
    assert!(matches!(third, Err(PictureError::Busy)), "{third:?}");
    assert!(began.elapsed() < pictures::limits::DEADLINE + Duration::from_secs(5), "{:?}", began.elapsed());
    let left = std::fs::read_dir("/proc").unwrap().flatten().filter(|entry| {
        let command = std::fs::read(entry.path().join("cmdline")).unwrap_or_default();
        let parent = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        let parent = parent.rsplit(") ").next().unwrap_or_default().split(' ').nth(1).map(str::to_owned);
        command.starts_with(b"/bin/sleep\x00600") && parent == Some(std::process::id().to_string())
    });
    assert_eq!(left.count(), 0, "its processes are gone");
    std::fs::remove_file(program).unwrap();
}
