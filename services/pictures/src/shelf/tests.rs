use super::*;
use crate::Side;
use kernel::{Entropy as _, OsEntropy};

fn print() -> Print {
    let side = |word: &str| Side { width: 1, height: 1, jpeg: word.as_bytes().to_vec() };
    Print { large: side("large"), small: side("small") }
}

fn folder() -> PathBuf {
    std::env::temp_dir().join(format!("maillon-shelf-{}", OsEntropy.id()))
}

fn files(folder: &std::path::Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    entries.map(|entry| entry.unwrap().path()).map(|path| if path.is_dir() { files(&path) } else { 1 }).sum()
}

async fn keeps_and_forgets(shelf: &Shelf) {
    let id = || OsEntropy.id();
    let (here, there, one, other) = (CommunityId(id()), CommunityId(id()), PhotoId(id()), PhotoId(id()));
    for (community, photo) in [(here, one), (here, other), (there, one)] {
        shelf.put(community, photo, &print()).await.unwrap();
    }
    let has = async |community, photo, size| shelf.get(community, photo, size).await.unwrap();
    assert_eq!(has(here, one, Size::Large).await.unwrap(), b"large");
    assert_eq!(has(here, one, Size::Small).await.unwrap(), b"small");
    shelf.drop_photo(here, one).await.unwrap();
    shelf.drop_photo(here, one).await.unwrap();
    assert_eq!(has(here, one, Size::Large).await, None);
    assert!(has(here, other, Size::Large).await.is_some() && has(there, one, Size::Small).await.is_some());
    shelf.drop_community(here).await.unwrap();
    shelf.drop_community(here).await.unwrap();
    assert_eq!(has(here, other, Size::Small).await, None);
    assert!(has(there, one, Size::Large).await.is_some(), "t10: what is another community's stays");
}

#[tokio::test]
async fn t10_a_folder_keeps_each_community_s_files_apart() {
    let folder = folder();
    keeps_and_forgets(&Shelf::on_disk(folder.clone())).await;
    assert_eq!(files(&folder), 2);
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn t10_an_object_store_keeps_each_community_s_files_apart() {
    keeps_and_forgets(&Shelf::in_store(folder(), Arc::new(object_store::memory::InMemory::new()))).await;
}

#[tokio::test]
async fn u7_a_full_disk_is_told_and_leaves_no_half_file() {
    let folder = folder();
    let shelf = Shelf::on_disk(folder.clone()).of_a_full_disk();
    let (community, photo) = (CommunityId(OsEntropy.id()), PhotoId(OsEntropy.id()));
    assert!(matches!(shelf.put(community, photo, &print()).await, Err(PictureError::Full(_))));
    assert_eq!(files(&folder), 0);
    let mut negative = shelf.negative(community, photo).unwrap();
    assert!(matches!(negative.take(b"bytes"), Err(PictureError::Full(_))));
    assert_eq!(files(&folder), 0);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn u1_a_negative_counts_while_it_reads_and_has_no_name() {
    let folder = folder();
    let shelf = Shelf::on_disk(folder.clone());
    let mut negative = shelf.negative(CommunityId::PLATFORM, PhotoId(OsEntropy.id())).unwrap();
    assert_eq!(files(&folder), 0, "nothing to be found");
    let mebibyte = vec![7; 1024 * 1024];
    for _ in 0..10 {
        negative.take(&mebibyte).unwrap();
    }
    assert_eq!(negative.bytes(), crate::limits::BYTES);
    assert!(matches!(negative.take(b"x"), Err(PictureError::TooHeavy)));
    std::fs::remove_dir_all(folder).unwrap();
}
