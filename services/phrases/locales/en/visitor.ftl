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
visitor-privacy-content-long = A listing lives for its set time, then closes. A message stays for the two of them.
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

visitor-accessibility-title = Accessibility
visitor-accessibility-lead = { $organisation } wants everybody to be able to come in, whatever their age, their device or their way of reading.
visitor-accessibility-state = Where we stand
visitor-accessibility-state-text = No full audit against RGAA 4.1 has been made by an outside person yet. So we do not state a degree of conformity: in the sense of that standard, this site is “not conforming” until the audit.
visitor-accessibility-done = What is done
visitor-accessibility-done-1 = Everything works by keyboard and without JavaScript (passkeys alone need it, and a letter does in their place), and fits from 320 pixels wide.
visitor-accessibility-done-2 = Contrast is computed for all colours, by day and by night: at least 4.5 to 1 for text.
visitor-accessibility-done-3 = Every field has its name, every error says what to do, and what you wrote stays.
visitor-accessibility-done-4 = Every page is checked by an automatic tool before it is released.
visitor-accessibility-open = What is left to do
visitor-accessibility-open-text = The outside audit, and trials with people who use a screen reader every day.
visitor-accessibility-tell = Is something in your way?
visitor-accessibility-tell-text = Tell us on which page, and what you wanted to do. We help you do it another way, then we mend it.
visitor-accessibility-recourse = And if we do not answer
visitor-accessibility-recourse-text = In France you may turn to the Défenseur des droits: by their form, to one of their delegates, or by post without a stamp to Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
