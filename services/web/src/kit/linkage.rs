//! "How you are linked": chains of sponsorships between the reader and somebody else, drawn as a ring of links, with the
//! same in words beside it. An arrow goes from who vouches to whom they vouch for; who may not be named is "?".

mod draw;
mod tell;

use super::Html;
use askama::Template;
use draw::Drawing;
use phrases::Words;

/// Who vouches for whom in one step of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrow {
    /// The one nearer to the reader vouches for the other.
    Vouches,
    /// The other way round.
    IsVouchedFor,
    /// Each vouches for the other.
    Mutual,
}

/// One step of a chain, away from the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    /// Who vouches for whom.
    pub arrow: Arrow,
    /// The name of who is reached; nothing when they may not be named.
    pub to: Option<String>,
}

#[derive(Template)]
#[template(path = "parts/linkage.html")]
struct Linkage<'a> {
    words: &'a Words,
    drawing: Drawing,
    summary: String,
    spoken: String,
    hidden: bool,
    told: Vec<tell::Told>,
}

/// At most so many chains are drawn.
const MOST: usize = 3;

/// Draws and tells `chains`, each ending at `name`; says kindly that there is none when there is none.
pub fn linkage(name: &str, chains: &[Vec<Hop>], words: &Words) -> Html {
    let mut sorted: Vec<&[Hop]> = chains.iter().map(Vec::as_slice).filter(|chain| !chain.is_empty()).collect();
    sorted.sort_by_key(|chain| chain.len());
    sorted.truncate(MOST);
    let told: Vec<tell::Told> = sorted.iter().map(|chain| tell::chain(chain, *words)).collect();
    let spoken: Vec<String> = told.iter().map(|chain| format!("{} {}", chain.through, chain.steps)).collect();
    let hidden = sorted.iter().any(|chain| chain.iter().any(|hop| hop.to.is_none()));
    Html::of(&Linkage {
        words,
        summary: tell::summary(name, sorted.len(), *words),
        spoken: spoken.join(" "),
        hidden,
        told,
        drawing: draw::ring(name, &sorted, *words),
    })
}

/// One chain in a sentence for each step, for where it is not drawn.
pub fn told(chain: &[Hop], words: Words) -> String {
    let told = tell::chain(chain, words);
    format!("{} {}", told.through, told.steps)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    fn hop(to: Option<&str>, arrow: Arrow) -> Hop {
        Hop { arrow, to: to.map(str::to_owned) }
    }

    fn two_chains() -> Vec<Vec<Hop>> {
        vec![
            vec![hop(Some("Karim"), Arrow::Vouches), hop(None, Arrow::Mutual), hop(Some("Bruno"), Arrow::IsVouchedFor)],
            vec![hop(Some("Anne"), Arrow::IsVouchedFor), hop(Some("Bruno"), Arrow::IsVouchedFor)],
        ]
    }

    #[test]
    fn the_drawing_says_in_words_what_it_shows_the_shortest_chain_first() {
        let html = linkage("Bruno", &two_chains(), &sample_words()).to_string();
        assert!(html.contains("2\u{a0}chaînes vous relient à Bruno"), "{html}");
        let anne = html.find("Anne vous parraine. Bruno parraine Anne.").expect("told");
        let karim = html.find("Vous parrainez Karim. Karim et quelqu’un se parrainent mutuellement.").expect("told");
        assert!(anne < karim, "{html}");
        assert_eq!(html.matches("<svg").count(), 1, "one drawing");
        assert!(html.contains("role=\"img\"") && html.contains(">?</text>"), "{html}");
    }

    #[test]
    fn nobody_between_and_nobody_at_all_are_told_too() {
        let direct = linkage("Léa", &[vec![hop(Some("Léa"), Arrow::Vouches)]], &sample_words()).to_string();
        assert!(direct.contains("Vous parrainez Léa."), "{direct}");
        let none = linkage("Léa", &[], &sample_words()).to_string();
        assert!(!none.contains("<svg") && none.contains("Léa"), "{none}");
    }

    #[test]
    fn a_long_chain_is_drawn_short_and_told_whole() {
        let names = ["Anne", "Guy", "Claire", "Minh", "Fatou", "Bruno"];
        let chain = names.iter().map(|name| hop(Some(name), Arrow::Vouches)).collect();
        let html = linkage("Bruno", &[chain], &sample_words()).to_string();
        assert!(html.contains(">+3</text>") && html.contains("Claire parraine Minh."), "{html}");
    }

    #[test]
    fn w4_names_never_become_markup() {
        let evil = "<script>x</script>";
        let html = linkage(evil, &[vec![hop(Some(evil), Arrow::Mutual)]], &sample_words()).to_string();
        assert!(!html.contains("<script"), "{html}");
    }
}
