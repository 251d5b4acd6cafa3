//! Signs that nobody sees: what hides in a line, turns its direction round, or makes one name out of another.
//!
//! Some of them belong to a way of writing: Persian and the scripts of India join and part letters with them, emoji are joined by
//! them. There they stay.

/// Whether something invisible stands in `text` where no script asks for it.
pub(super) fn stands_in(text: &str) -> bool {
    let signs: Vec<char> = text.chars().collect();
    let before = |place: usize| place.checked_sub(1).and_then(|place| signs.get(place)).copied();
    let after = |place: usize| signs.get(place.saturating_add(1)).copied();
    signs.iter().enumerate().any(|(place, sign)| is_stray(*sign, before(place), after(place)))
}

fn is_stray(sign: char, before: Option<char>, after: Option<char>) -> bool {
    let follows = |fits: fn(char) -> bool| before.is_some_and(fits);
    match sign {
        // Parting letters, and joining letters or emoji.
        '\u{200c}' => !follows(joins_letters),
        '\u{200d}' => !(follows(joins_letters) || (follows(is_emoji) && after.is_some_and(is_emoji))),
        // Which form of a sign is meant.
        '\u{fe0e}' | '\u{fe0f}' => !(follows(is_emoji) || (follows(is_of_a_key) && after == Some('\u{20e3}'))),
        '\u{fe00}'..='\u{fe0d}' | '\u{e0100}'..='\u{e01ef}' => !follows(is_han),
        '\u{180b}'..='\u{180f}' => !follows(is_mongolian),
        // The flags of England, Scotland and Wales.
        '\u{e0020}'..='\u{e007f}' => {
            !follows(|sign| sign == '\u{1f3f4}' || ('\u{e0020}'..='\u{e007e}').contains(&sign))
        }
        _ => is_never_seen(sign),
    }
}

/// Signs with no shape of their own, fillers that look like a blank, marks of direction, and what is no sign at all.
fn is_never_seen(sign: char) -> bool {
    let nothing = u32::from(sign) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&sign);
    nothing
        || matches!(sign,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffc}'
            | '\u{e000}'..='\u{f8ff}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Letters and marks of Arabic script, of the scripts of India and their neighbours, of N’Ko, Mongolian and Adlam.
fn joins_letters(sign: char) -> bool {
    matches!(sign,
        '\u{620}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{f00}'..='\u{109f}' | '\u{1780}'..='\u{17b3}'
        | '\u{17b6}'..='\u{17ff}' | '\u{1820}'..='\u{18aa}' | '\u{1900}'..='\u{1aff}' | '\u{1b00}'..='\u{1c4f}'
        | '\u{1cd0}'..='\u{1cff}' | '\u{a800}'..='\u{a8ff}' | '\u{a980}'..='\u{aadf}' | '\u{abc0}'..='\u{abff}'
        | '\u{fb50}'..='\u{fdcf}' | '\u{fe70}'..='\u{fefc}' | '\u{11000}'..='\u{11fff}' | '\u{1e900}'..='\u{1e95f}')
}

/// Emoji, and what stands inside a joined one: the form, the colour of a skin, the frame of a key.
fn is_emoji(sign: char) -> bool {
    matches!(sign,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{20e3}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{27ff}'
        | '\u{2900}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{fe0f}'
        | '\u{1f000}'..='\u{1faff}')
}

fn is_of_a_key(sign: char) -> bool {
    sign.is_ascii_digit() || sign == '#' || sign == '*'
}

fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_mongolian(sign: char) -> bool {
    matches!(sign, '\u{1820}'..='\u{18aa}')
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn what_nobody_sees_is_found_wherever_it_stands() {
        let hidden = [
            "Odile\u{200b}",
            "\u{feff}Odile",
            "O\u{ad}dile",
            "Odile\u{202e}elido",
            "\u{2066}Odile\u{2069}",
            "Odile\u{200e}",
            "\u{2060}",
            "\u{3164}",
            "\u{ffa0}\u{2800}",
            "Od\u{200d}ile",
            "Odile\u{200c}",
            "\u{200d}",
            "a\u{fe0f}",
            "Odile\u{e0041}",
            "Odile\u{e000}",
            "1\u{fe0f}",
            "Odile\u{180e}",
            "Odile\u{34f}",
            "🙂\u{200d}a",
            "Odile\u{fff9}",
            "Odile\u{e0101}",
        ];
        for text in hidden {
            assert!(stands_in(text), "{}", text.escape_unicode());
        }
    }

    #[test]
    fn what_a_script_or_an_emoji_is_written_with_stays() {
        let honest = [
            "Odile Martin",
            "Jean-Noël d’Été",
            "می\u{200c}خواهم",
            "نامه\u{200c}ای",
            "क्\u{200d}ष",
            "ශ්\u{200d}රී",
            "👩\u{200d}👩\u{200d}👧",
            "❤\u{fe0f}",
            "🏳\u{fe0f}\u{200d}🌈",
            "👩🏽\u{200d}🌾",
            "1\u{fe0f}\u{20e3}",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "葛\u{e0100}城",
            "Ольга",
            "Γιώργος",
            "ᠮᠣᠩᠭᠣᠯ",
            "Ngũgĩ wa Thiong\u{2019}o",
            "李小龍",
            "محمد",
            "อุไร",
        ];
        for text in honest {
            assert!(!stands_in(text), "{text}: {}", text.escape_unicode());
        }
    }
}
