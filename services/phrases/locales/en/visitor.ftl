# What anybody may read before coming in.

visitor-ask = Ask to come in
visitor-have-account = I have an account
visitor-free = Free, without advertising. All you need is an e-mail address.
visitor-unknown-here = You are signed in, but not known here yet.
visitor-closed-title = Your access is closed for the moment
visitor-closed-text = Write to the team to learn why and to talk it over. Their address is at the foot of this page.
visitor-drawing = Drawing: in front of a village, two neighbours hang up a paper garland, each link holding the next.

visitor-in-title = How you come in
visitor-in-lead = Allow a few days. Nobody is left alone at the door.
visitor-in-1 = You introduce yourself
visitor-in-1-text = Your first name, your town, two sentences about you. Nothing more.
visitor-in-2 = { $n ->
    [one] One member vouches for you
    [2] Two members vouch for you
    [3] Three members vouch for you
   *[other] { $n } members vouch for you
}
visitor-in-2-text = { $n ->
    [one] They say how they know you. Declining is allowed, and stays private.
   *[other] Each says how they know you. While we are few, fewer are enough.
}
visitor-in-2-team = The team welcomes you
visitor-in-2-team-text = Somebody from the team reads your introduction and answers.
visitor-in-3 = You are at home
visitor-in-3-text = You ask, you offer, you write to your neighbours. We help you make a start.

visitor-do-title = What people do here
visitor-do-help = Helping hands
visitor-do-help-text = Carrying furniture, trimming a hedge, shopping for a neighbour who is ill.
visitor-do-loan = Loans
visitor-do-loan-text = The trailer, the ladder, the party tent: no need to buy one.
visitor-do-gift = Gifts
visitor-do-gift-text = Tomato plants, a child’s bed, more apples than one can eat.
visitor-do-skill = Skills
visitor-do-skill-text = A CV to look over, a computer to tame, a little French.
visitor-do-outing = Outings
visitor-do-outing-text = The market together, a walk on Sunday.
visitor-do-talk = Private messages
visitor-do-talk-text = You write to each other here, without giving your number or address.

visitor-promise-title = What everybody promises
visitor-promise-lead = Everybody reads it before coming in. It binds those who wrote it, too.
visitor-promise-all = Read the whole charter

visitor-who-title = Who looks after it
visitor-who-text = { $organisation } runs this place. No advertising, no data sold, and you leave whenever you like.
visitor-who-privacy = What we keep about you, and for how long
visitor-who-organisation = Organisation
visitor-who-address = Address
visitor-who-contact = Write to us

visitor-charter-title = The charter
visitor-charter-lead = Everybody reads and accepts it before coming in. It holds for all, the team included.
visitor-charter-lead-platform = What we promise to communities and their members.
visitor-charter-empty = The charter has not been written yet
visitor-charter-empty-text = The team is working on it. Meanwhile common sense and courtesy will do.
visitor-platform-promise-1 = Your community is yours. It has its own name, colours and rules, and nobody from another community sees what happens inside.
visitor-platform-promise-2 = No advertising, no data sold, no tracking by anybody else.
visitor-platform-promise-3 = We keep the machines running, and we do not read your messages.
visitor-platform-promise-4 = The software is free: you may install it yourselves, read it and have it checked.
visitor-platform-promise-5 = Nothing is lost in silence. A letter that does not leave stays in sight until it is mended.

visitor-legal-title = Legal notice
visitor-legal-publisher = Who publishes
visitor-legal-publisher-text = The legal representative of this organisation is responsible for what is published.
visitor-legal-host = Who hosts
visitor-legal-host-self = The same organisation runs the service and its servers.
visitor-legal-report = Report something
visitor-legal-report-text = Illegal content can be reported to the organisation that publishes, by letter or e-mail. Say where it is and what is wrong with it: you will receive an answer with reasons.
visitor-legal-software = The software
visitor-legal-software-text = Maillon is free software under the GNU Affero General Public Licence, version 3 or later. Anybody may ask for its source code.
visitor-legal-font-text = The typeface Atkinson Hyperlegible Next is under the SIL Open Font Licence. The drawings are our own.

visitor-privacy-title = Your personal data
visitor-privacy-lead = As little as possible, for as short as possible, and never for anything but helping one another.
visitor-privacy-who = Who answers for it
visitor-privacy-who-text = { $organisation } is responsible for your data in this community. Other communities of this installation cannot see it.
visitor-privacy-what = What we keep
visitor-privacy-while-here = While you are a member; afterwards erased at your request
visitor-privacy-address = Your e-mail address
visitor-privacy-address-why = To know you when you sign in, to send the letters you chose. Other members do not see it.
visitor-privacy-profile = Name, town, a few words about you
visitor-privacy-profile-why = So that people know whom they talk to.
visitor-privacy-ties = Who vouches for whom, and the sentence with it
visitor-privacy-ties-why = To decide who comes in, to explain how two people are linked.
visitor-privacy-ties-long = As long as the community exists, under a mere number if you ask to be erased
visitor-privacy-content = Listings and messages
visitor-privacy-content-why = The help itself. A message is read only by the two people who write to each other.
visitor-privacy-content-long = A listing lives for its set time, then closes. A draft stays thirty days, seen by you alone. A message stays for the two of them.
visitor-privacy-sign-in = Requests to sign in
visitor-privacy-sign-in-why = A link and a code, good for { $minutes } minutes, of which we keep only a fingerprint.
visitor-privacy-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
visitor-privacy-session = Devices signed in
visitor-privacy-session-why = So that you need not sign in each time: { $most } days at most, { $idle } without a visit.
visitor-privacy-session-long = { $n ->
    [one] { $n } day after it ended
   *[other] { $n } days after it ended
}
visitor-privacy-seen = Who sees what
visitor-privacy-seen-text = Members see your name, your town and what you publish. The team also sees how far your coming in is. Somebody declining to vouch is shown to nobody.
visitor-privacy-not = What we do not do
visitor-privacy-not-text = No advertising, no selling, no profiling, no copy of your address book. No page loads anything from another site.
visitor-privacy-cookies = Cookies
visitor-privacy-cookies-text = Four at most, all needed: your session, your browser while you sign in, your language, and the little note that confirms what you just did. None follows you elsewhere, so there is nothing to accept.
visitor-privacy-rights = Your rights
visitor-privacy-rights-text = You may see, correct, take with you or have erased whatever concerns you, and leave the community whenever you like from your own space.
visitor-privacy-write = Write to us:
visitor-privacy-write-post = Write to { $organisation }, { $address }.
visitor-privacy-authority = Not happy with our answer? You may turn to the CNIL, or to your country’s data protection authority.

visitor-accessibility-title = Accessibility statement
visitor-accessibility-lead = { $organisation } wants everybody to be able to come in, whatever their age, their device or their way of reading.
visitor-accessibility-law = This statement follows article 47 of the French law no. 2005-102 of 11 February 2005. It is about { $community }.
visitor-accessibility-state = State of conformity
visitor-accessibility-level-none = { $community } does not conform to the RGAA (the French standard of accessibility, version 4.1.2): there is no complete audit yet. That is the word the law wants then; it does not say that nothing is accessible.
visitor-accessibility-level-part = { $community } conforms in part to the RGAA (the French standard of accessibility, version 4.1.2).
visitor-accessibility-level-full = { $community } conforms in full to the RGAA (the French standard of accessibility, version 4.1.2).
visitor-accessibility-results = What was found
visitor-accessibility-results-text = The makers of the software have gone through its pages with the 106 criteria. The last answer is of { $day }.
visitor-accessibility-held = { $held } criteria are met of the { $judged } that apply and that we could judge: { $share }%.
visitor-accessibility-missed = { $n ->
    [one] { $n } criterion is not met: { $which }.
   *[other] { $n } criteria are not met: { $which }.
}
visitor-accessibility-unjudged = { $n ->
    [one] { $n } criterion waits for a person who uses a screen reader: { $which }. We have not judged it.
   *[other] { $n } criteria wait for a person who uses a screen reader: { $which }. We have not judged them.
}
visitor-accessibility-absent = { $n ->
    [one] { $n } criterion does not apply.
   *[other] { $n } criteria do not apply: there is no video here, no sound, no frame, no picture to decipher.
}
visitor-accessibility-open = What is not accessible
visitor-accessibility-open-none = We know of nothing, among what we could judge.
visitor-accessibility-not-8-7 = The charter, the words of welcome and the categories are written in one language. On pages in the other language, nothing tells speech synthesisers so. (Criterion 8.7)
visitor-accessibility-not-13-1 = The team’s pages close after thirty minutes without a visit, without warning: it is a protection. Signing in again is enough. (Criterion 13.1)
visitor-accessibility-waived = Exemptions
visitor-accessibility-waived-text = None is claimed for disproportionate burden. What members write and photograph is not in the organisation’s hands; every photo can have a description.
visitor-accessibility-done = What is done
visitor-accessibility-done-1 = Everything works by keyboard and without JavaScript (passkeys alone need it, and a letter does in their place), and fits from 320 pixels wide.
visitor-accessibility-done-2 = Contrast is computed for all colours, by day and by night: at least 4.5 to 1 for text.
visitor-accessibility-done-3 = Every field has its name, every error says what to do, and what you wrote stays.
visitor-accessibility-done-4 = Every page is checked by an automatic tool before it is released.
visitor-accessibility-made = How we looked
visitor-accessibility-made-with = Technologies
visitor-accessibility-made-with-text = HTML, CSS and SVG. JavaScript in three places only: the map, passkeys and the field for a town.
visitor-accessibility-tools = Tools
visitor-accessibility-tools-text = axe-core on every page; our trials by keyboard, without JavaScript, four times as large, with letters spaced out and colours imposed; reading the code.
visitor-accessibility-agents = Environment
visitor-accessibility-agents-text = Chromium. No screen reader has been tried yet.
visitor-accessibility-sample = Pages
visitor-accessibility-sample-text = Home, help and site map, legal notice, this statement, signing in; coming in, asking, answering and publishing from beginning to end; other pages drawn by a fixed rule.
visitor-accessibility-tell = Is something in your way?
visitor-accessibility-tell-text = Tell us on which page, and what you wanted to do. We help you do it another way, then we mend it.
visitor-accessibility-recourse = And if we do not answer
visitor-accessibility-recourse-text = Have you told us what is in your way, and had no answer that helps? In France you may turn to the Défenseur des droits:
visitor-accessibility-recourse-form = by the form on their site, defenseurdesdroits.fr;
visitor-accessibility-recourse-person = to a delegate near you;
visitor-accessibility-recourse-post = by post without a stamp: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

visitor-help-title = Help and site map
visitor-help-lead = Whom to write to, what people often ask, and every page.
visitor-help-write = Write to somebody
visitor-help-write-text = Say on which page you were and what you wanted to do. A person will answer you.
visitor-help-asked = People often ask
visitor-help-letter = My sign-in letter does not come
visitor-help-letter-text = Look among the unwanted mail, and check the address you gave. You can ask for another.
visitor-help-password = What is my password?
visitor-help-password-text = You have none. Each time you sign in, we write you a letter with a link and six digits.
visitor-help-device = The letter opens on another device
visitor-help-device-text = Copy or paste its six digits where you wanted to come in.
visitor-help-map = Every page
visitor-help-here = Here
visitor-help-helping = Helping each other
visitor-help-publish = Publish a listing
visitor-help-people = People
visitor-help-mine = What is mine
visitor-help-team = The team
visitor-help-service = The service
