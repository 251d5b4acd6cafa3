//! Bar U2: pictures that were made to hurt.

use crate::child::{negative, workshop};
use crate::ground::{BRUNO, CLAIRE, Ground, OWNER};
use crate::made::{self, chunk, packed, png_of, riff, segment, vp8x, webp_of, webp_pixels};
use kernel::CommunityId;
use pictures::{PictureError, Unfit, segments::is_bare};
use std::time::{Duration, Instant};

/// What each becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Refused(Unfit),
    /// Drawn anew, or found unreadable: both are safe.
    Harmless,
}

use Fate::{Harmless, Refused};

fn bombs() -> Vec<(&'static str, Vec<u8>, Fate)> {
    let (jpeg, png) = (made::jpeg(40, 30), made::png(40, 30));
    let text = |before: &[u8], pack: bool| {
        let body = if pack { packed(std::iter::repeat_n(b'a', 64 << 20)) } else { vec![b'a'; 1 << 20] };
        [before, &body].concat()
    };
    let mut broken = png.clone();
    broken[29] ^= 0xff;
    let half = |file: &[u8]| file[..file.len() / 2].to_vec();
    let with = |extra: &[u8]| [jpeg.as_slice(), extra].concat();
    vec![
        (
            "30,000² of one colour, PNG",
            png_of(30_000, 30_000, &[chunk(b"IDAT", &packed(std::iter::repeat_n(0, 90 << 20)))]),
            Refused(Unfit::TooLarge),
        ),
        ("65,535², JPEG", sized(&jpeg, 65_535, 65_535), Refused(Unfit::TooLarge)),
        ("8,192 × 4,882 said, 40 × 30 there, JPEG", sized(&jpeg, 8_192, 4_882), Harmless),
        (
            "8,192 × 4,882 said, nothing there, PNG",
            png_of(8_192, 4_882, &[chunk(b"IDAT", &packed(std::iter::repeat_n(0, 9)))]),
            Harmless,
        ),
        ("10,000 frames, WebP", frames(10_000), Harmless),
        ("zlib bomb in iCCP", made::png_with(&png, &[chunk(b"iCCP", &text(b"p\0\0", true))]), Harmless),
        ("zlib bomb in zTXt", made::png_with(&png, &[chunk(b"zTXt", &text(b"Comment\0\0", true))]), Harmless),
        ("zlib bomb in iTXt", made::png_with(&png, &[chunk(b"iTXt", &text(b"Comment\0\x01\0\0\0", true))]), Harmless),
        ("a mebibyte of tEXt", made::png_with(&png, &[chunk(b"tEXt", &text(b"Comment\0", false))]), Harmless),
        ("JPEG, cut in half", half(&jpeg), Harmless),
        ("PNG, cut in half", half(&png), Harmless),
        ("one byte", vec![0xff], Refused(Unfit::Kind)),
        ("one byte more than a beginning", vec![0xff, 0xd8, 0xff, 0xe0], Refused(Unfit::Broken)),
        ("nothing", Vec::new(), Refused(Unfit::Kind)),
        ("PNG whose header does not sum up", broken, Refused(Unfit::Broken)),
        ("a picture and a page", with(b"<html><script>alert(1)</script>"), Harmless),
        ("a picture and an archive", with(b"PK\x03\x04evil.sh"), Harmless),
        ("a picture and a document", with(b"%PDF-1.7 /OpenAction"), Harmless),
        ("a picture whose comment is a program", made::jpeg_with(&jpeg, &[segment(0xfe, b"*/=alert(1)/*")]), Harmless),
        ("a page", b"<!doctype html><script>alert(1)</script>".to_vec(), Refused(Unfit::Kind)),
        ("an archive", b"PK\x03\x04".to_vec(), Refused(Unfit::Kind)),
        ("a document", b"%PDF-1.7".to_vec(), Refused(Unfit::Kind)),
        ("SVG", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(), Refused(Unfit::Kind)),
        ("HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), Refused(Unfit::Kind)),
        ("AVIF", b"\0\0\0\x1cftypavif\0\0\0\0mif1avif".to_vec(), Refused(Unfit::Kind)),
        (
            "GIF",
            b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;".to_vec(),
            Refused(Unfit::Kind),
        ),
    ]
}

/// The same file, saying another size.
fn sized(jpeg: &[u8], width: u16, height: u16) -> Vec<u8> {
    let at = jpeg.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    let mut file = jpeg.to_vec();
    file[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
    file[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
    file
}

fn frames(count: usize) -> Vec<u8> {
    let pixels = webp_pixels(&made::coded(&made::picture(16, 16), image::ImageFormat::WebP));
    // Where it lies, how large it is, how long it is shown.
    let head = [0, 0, 0, 0, 0, 0, 15, 0, 0, 15, 0, 0, 10, 0, 0, 0];
    let frame = riff(b"ANMF", &[head.as_slice(), &pixels].concat());
    let mut chunks = vec![vp8x(0x02, 16, 16), riff(b"ANIM", &[0; 6])];
    chunks.extend(std::iter::repeat_n(frame, count));
    webp_of(&chunks)
}

#[tokio::test]
async fn u2_every_bomb_is_refused_or_drawn_anew() {
    let workshop = workshop();
    for (name, bytes, fate) in bombs() {
        assert!(bytes.len() as u64 <= pictures::limits::BYTES, "{name} would be refused for its weight");
        let began = Instant::now();
        let done = workshop.develop(CommunityId::PLATFORM, negative(&bytes)).await;
        assert!(began.elapsed() < Duration::from_secs(11), "{name}: {:?}", began.elapsed());
        match (&done, fate) {
            (Ok(print), Harmless) => assert!(is_bare(&print.large) && is_bare(&print.small), "{name}"),
            (Err(PictureError::Unfit(Unfit::Broken)), Harmless) => {}
            (Err(PictureError::Unfit(why)), Refused(meant)) => assert_eq!(*why, meant, "{name}"),
            _ => panic!("{name}: {done:?}"),
        }
    }
}

#[tokio::test]
async fn u2_of_many_frames_the_first_is_kept() {
    let print = workshop().develop(CommunityId::PLATFORM, negative(&frames(10_000))).await.unwrap();
    assert_eq!((print.large.width, print.large.height), (16, 16));
}

/// Resident memory of this process, in which the server runs: KiB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let row = status.lines().find_map(|row| row.strip_prefix("VmRSS:")).unwrap().trim().to_owned();
    row.split(' ').next().unwrap().parse().unwrap()
}

/// Fifty photos of twelve million pixels come at once. Whoever's turn does not come is told so; the others' are kept.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn u2_fifty_at_once_cost_the_server_no_memory_and_nobody_waits_for_them() {
    let ground = Ground::open().await;
    // Twenty an hour a person.
    let browsers = [ground.browser(OWNER).await, ground.browser(BRUNO).await, ground.browser(CLAIRE).await];
    let photo = made::jpeg(4_000, 3_000);
    let reader = browsers[0].clone();
    reader.get("/listings").await;
    let before = resident();
    let mut most = before;
    let sending: Vec<_> = (0..50)
        .map(|n| {
            let (browser, photo, listing) = (browsers[n % 3].clone(), photo.clone(), ground.fresh());
            tokio::spawn(async move { browser.photos(listing, &[&photo]).await.0 })
        })
        .collect();
    let mut times = Vec::new();
    while !sending.iter().all(tokio::task::JoinHandle::is_finished) {
        let began = Instant::now();
        assert_eq!(reader.get("/listings").await.status().as_u16(), 200);
        times.push(began.elapsed());
        most = most.max(resident());
    }
    let mut answers = std::collections::BTreeMap::<u16, usize>::new();
    for one in sending {
        *answers.entry(one.await.unwrap()).or_default() += 1;
    }
    times.sort_unstable();
    let late = times[(times.len() * 99 / 100).min(times.len() - 1)];
    println!("U2: {answers:?}; {} KiB more at the most; others {late:?} (99 of 100 of {})", most - before, times.len());
    assert!(answers.keys().all(|status| [201, 503].contains(status)), "{answers:?}");
    assert!(answers[&201] >= 10, "{answers:?}");
    // The bodies as the test itself holds them are part of it.
    let ours = photo.len() as u64 * 2 * 50 / 1024;
    assert!(most - before < 100 * 1024 + ours, "{} KiB more, of which the test itself holds {ours}", most - before);
    assert!(late < Duration::from_millis(500), "{late:?}");
    assert_eq!(ground.files().len(), 2 * answers[&201], "two files a photo, and nothing else");
    ground.stage.close().await;
}
