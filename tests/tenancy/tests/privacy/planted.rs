//! What is planted about one person, Paul (`$1`), in every column that holds words or a place of somebody's, and in every table whose
//! rows go with their person; and what others wrote beside it.

/// What is planted about one person, and where.
pub const PLANTED: &[(&str, &str)] = &[
    ("canari-nom", "update member set name = 'canari-nom' where id = $1"),
    ("canari-moi", "update member set about = 'canari-moi' where id = $1"),
    ("canari-ville", "update member set town = 'canari-ville' where id = $1"),
    ("canari-titre", "update listing set title = 'canari-titre' where author_id = $1"),
    ("canari-annonce", "update listing set body = 'canari-annonce' where author_id = $1"),
    ("canari-bourg", "update listing set town = 'canari-bourg' where author_id = $1"),
    ("canari-merci", "update listing set thanks = 'canari-merci' where author_id = $1"),
    ("canari-parole", "update sponsorship set sentence = 'canari-parole' where sponsor_id = $1"),
    ("canari-invitation", "update invitation set sentence = 'canari-invitation' where sponsor_id = $1"),
    (
        "canari-message",
        "insert into message (community_id, id, conversation_id, author_id, body, sent_at)
         select community_id, gen_random_uuid(), conversation_id, member_id, 'canari-message', now()
         from conversation_member where member_id = $1",
    ),
    (
        "canari-navigateur",
        "update session set user_agent = 'canari-navigateur' where account_id = (select account_id from member where id = $1)",
    ),
    (
        "canari-depart",
        "insert into departure (community_id, id, member_id, cause, reason, state, seen, touched, proposed_at, expires_at, settled_at)
         select community_id, gen_random_uuid(), id, 'suspension', 'canari-depart', 'done', '', 0, now(), now(), now()
         from member where id = $1",
    ),
    (
        "canari-examen",
        "insert into review (community_id, id, member_id, paths, need, began_at, until_at, ended_at, outcome, reason)
         select community_id, gen_random_uuid(), id, 0, 3, now(), now(), now(), 'confirmed', 'canari-examen' from member where id = $1",
    ),
    (
        "canari-photo",
        "insert into listing_photo
             (community_id, id, owner_id, meant_for, place, description, width, height, small_width, small_height, bytes, created_at, sent_mark)
         select community_id, gen_random_uuid(), id, gen_random_uuid(), 1, 'canari-photo', 8, 6, 8, 6, 1, now(), '' from member where id = $1",
    ),
    (
        "canari-mesure",
        "insert into measure (community_id, id, member_id, degree, reason, given_at)
         select community_id, gen_random_uuid(), id, 'warning', 'canari-mesure', now() from member where id = $1",
    ),
    (
        "canari-doute",
        "insert into reservation (community_id, id, applicant_id, confided_by, category, words, confided_at, outcome, settled_at)
         select m.community_id, gen_random_uuid(), o.id, m.id, 'other', 'canari-doute', now(), 'moot', now()
         from member m join member o on o.community_id = m.community_id and o.id <> m.id where m.id = $1 limit 1",
    ),
    (
        "canari-groupe",
        "insert into circle (community_id, id, name, folded, purpose, joining, state, keeper_id, asked_at, decided_at, closed_at, reason)
         select community_id, gen_random_uuid(), 'canari-groupe', 'canari-groupe', 'canari-groupe', 'at_once', 'closed', id, now(), now(),
             now(), 'canari-groupe'
         from member where id = $1",
    ),
    (
        "canari-retrait",
        "insert into circle_put_out (community_id, circle_id, member_id, put_out_by, reason, put_out_at)
         select m.community_id, c.id, m.id, c.decided_by, 'canari-retrait', now()
         from member m join circle c on c.community_id = m.community_id and c.decided_by is not null where m.id = $1 limit 1",
    ),
    (
        "canari-foyer",
        "insert into household (community_id, id, member_id, other_id, reason, said_at, ended_at)
         select m.community_id, gen_random_uuid(), least(m.id, o.id), greatest(m.id, o.id), 'canari-foyer', now(), now()
         from member m join member o on o.community_id = m.community_id and o.id <> m.id where m.id = $1 limit 1",
    ),
    (
        "canari-mandat",
        "insert into mandate (community_id, listing_id, proxy_id, first_name, said_at)
         select community_id, id, author_id, 'canari-mandat', created_at from listing where author_id = $1 limit 1",
    ),
    (
        "canari-reponse",
        "insert into reservation (community_id, id, applicant_id, category, answer, confided_at, answered_at)
         select community_id, gen_random_uuid(), id, 'other', 'canari-reponse', now(), now() from member where id = $1",
    ),
    (
        "canari-voix",
        "insert into reservation_voice (community_id, reservation_id, steward_id, upheld, reason, given_at)
         select m.community_id, r.id, m.id, true, 'canari-voix', now()
         from member m join reservation r on r.community_id = m.community_id and not exists (
             select 1 from reservation_voice v where v.reservation_id = r.id
         )
         where m.id = $1 limit 1",
    ),
    (
        "canari-recours",
        "insert into appeal (community_id, id, member_id, departure_id, words, made_at, answered_at, upheld, answer)
         select community_id, gen_random_uuid(), member_id, id, 'canari-recours', now(), now(), false, 'canari-reponse'
         from departure where member_id = $1 and reason = 'canari-depart'",
    ),
    (
        "canari-refus",
        "insert into suppressed_address (email, reason, suppressed_at, kind)
         select email, 'canari-refus', now(), 'doubtful' from account where id = (select account_id from member where id = $1)",
    ),
    (
        "canari-rencontre",
        "insert into meeting (community_id, id, applicant_id, town, way, note, state, host_id, asked_at, agreed_at, met_on, met_way, ended_at)
         select m.community_id, gen_random_uuid(), m.id, 'canari-rencontre', 'either', 'canari-rencontre', s.state, s.host, now(), now(),
             case when s.state = 'met' then current_date end, case when s.state = 'met' then 'person' end,
             case when s.state in ('met', 'ended') then now() end
         from member m
         cross join lateral (select id from member where community_id = m.community_id and id <> m.id order by number limit 1) o
         cross join lateral (values ('seeking', null), ('agreed', o.id), ('met', o.id), ('ended', null)) s (state, host)
         where m.id = $1",
    ),
    (
        "canari-ligne",
        "insert into meeting_line (community_id, id, meeting_id, author_id, body, written_at)
         select t.community_id, gen_random_uuid(), t.id, m.id, 'canari-ligne', now()
         from meeting t join member m on m.community_id = t.community_id where m.id = $1",
    ),
    (
        "canari-tour",
        "insert into rota (community_id, member_id, town, town_key, in_person, by_video, a_month, joined_at)
         select community_id, id, 'canari-tour', 'canari-tour', true, false, 1, now() from member where id = $1",
    ),
    (
        "fcanarichez",
        "insert into member_place (community_id, member_id, which, place, chosen_at)
         select community_id, id, 'home', 'fcanarichez', now() from member where id = $1
         on conflict (community_id, member_id, which) do update set place = excluded.place",
    ),
    ("fcanaribourg", "update listing set place = 'fcanaribourg', latitude = 1, longitude = 1, cell = 1 where author_id = $1"),
    ("47.1234567", "update listing set latitude = 47.1234567, longitude = 47.1234567 where author_id = $1"),
    (
        "canari-motifs",
        "update listing set close_reason = 'canari-motifs', return_reason = 'canari-motifs', urgent_reason = 'canari-motifs' where author_id = $1",
    ),
    (
        "canari-recherche",
        "insert into saved_search (community_id, id, member_id, name, town, words, sought, whence, kilometres, latitude, longitude, news, created_at)
         select community_id, gen_random_uuid(), id, 'canari-recherche', 'canari-recherche', 'canari-recherche', '{canarirecherche}',
             'fcanariwhen', 9, 46.1234567, 46.1234567, 'app', now()
         from member where id = $1",
    ),
    (
        "canari-brouillon",
        "insert into listing_draft
             (community_id, id, author_id, direction, title, body, category, town, quantity, available_from, available_until, loan_days,
              starts_at, ends_at, seats, audience, behalf_name, begun_at, kept_at)
         select community_id, gen_random_uuid(), id, 'request', 'canari-brouillon', 'canari-brouillon', 'canari-brouillon',
             'canari-brouillon', 'canari-brouillon', 'canari-brouillon', 'canari-brouillon', 'canari-brouillon', 'canari-brouillon',
             'canari-brouillon', 'canari-brouillon', 'everyone', 'canari-brouillon', now(), now()
         from member where id = $1",
    ),
    (
        "canari-accord",
        "insert into listing_match (community_id, id, member_id, mine_id, theirs_id, score, reasons, found_at, told_at)
         select m.community_id, gen_random_uuid(), m.id, mine.id, theirs.id, 1, '{\"why\": [\"canari-accord\"]}', now(), now()
         from member m join listing mine on mine.community_id = m.community_id and mine.author_id = m.id
             join listing theirs on theirs.community_id = m.community_id and theirs.author_id <> m.id
         where m.id = $1 limit 1
         on conflict (community_id, mine_id, theirs_id) do update set reasons = excluded.reasons",
    ),
    (
        "canari-clef",
        "insert into passkey (id, account_id, domain, name, credential_id, credential, created_at, removed_at)
         select gen_random_uuid(), account_id, 'ici.test', 'canari-clef', gen_random_uuid()::text::bytea, '{}', now(), now()
         from member where id = $1",
    ),
    (
        "canari-verdict",
        "insert into admission (community_id, id, member_id, outcome, rule, verdict, policy, trust_seq, reason, decided_at)
         select community_id, gen_random_uuid(), id, 'refused', '', '{}', '{}', 0, 'canari-verdict', now() from member where id = $1",
    ),
    (
        "canari-demande",
        "insert into sponsorship (community_id, id, applicant_id, sponsor_id, state, note, requested_at, ended_at, expires_at)
         select m.community_id, gen_random_uuid(), m.id, o.id, 'expired', 'canari-demande', now(), now(), now()
         from member m join member o on o.community_id = m.community_id and o.id <> m.id where m.id = $1 order by o.number limit 1",
    ),
];

/// Planted too, and in nobody's copy: somebody else wrote it, or it only quotes them.
pub const BESIDE: &[(&str, &str)] = &[
    (
        "canari-quote",
        "update notification set subject = 'canari-quote' where listing_id in (select id from listing where author_id = $1)",
    ),
    (
        "canari-raison",
        "update journal_note set note = 'canari-raison' where seq in (select seq from journal where subject_id = $1)",
    ),
    (
        "canari-thanks",
        "insert into listing (community_id, id, author_id, direction, kind, settlements, title, body, state, language, created_at,
             expires_at, helped_by, thanks)
         select l.community_id, gen_random_uuid(), m.id, l.direction, l.kind, l.settlements, 'autre-titre', 'autre-annonce', 'fulfilled',
             l.language, l.created_at, l.expires_at, $1, 'canari-thanks'
         from listing l join member m on m.community_id = l.community_id and m.role = 'owner' where l.author_id = $1 limit 1",
    ),
    ("471234567", "update listing set cell = 471234567 where author_id = $1"),
    ("46.1234567", "update saved_search set latitude = 46.1234567, longitude = 46.1234567 where member_id = $1"),
    ("canari-trait", "update member set likeness = 'canari-trait' where id = $1"),
    ("canari-relais", "update letter set answer = 'canari-relais' where member_id = $1"),
    ("canari-invite@ici.test", "update invitation set email = 'canari-invite@ici.test' where sponsor_id = $1"),
    ("canari-parrain@ici.test", "update sponsorship set asked_email = 'canari-parrain@ici.test' where sponsor_id = $1"),
    (
        "canari-future@ici.test",
        "insert into address_change (community_id, id, account_id, session_id, email, link_hash, code_hash, language, created_at, expires_at)
         select community_id, gen_random_uuid(), account_id, gen_random_uuid(), 'canari-future@ici.test', '', '', 'fr', now(), now()
         from member where id = $1",
    ),
    (
        "canari-ancienne@ici.test",
        "insert into account_change (id, account_id, asked_in, kind, former_email, undo_hash, made_at, undo_until, undone_at)
         select gen_random_uuid(), account_id, community_id, 'address', 'canari-ancienne@ici.test', gen_random_uuid()::text::bytea, now(),
             now(), now()
         from member where id = $1",
    ),
    (
        "canari-sens",
        "insert into listing_meaning (community_id, listing_id, term, direction, created_at)
         select community_id, id, 'canari-sens', direction, created_at from listing where author_id = $1",
    ),
    (
        "canari-marque",
        "insert into saved_search_mark (community_id, mark, search_id)
         select community_id, 'canari-marque', id from saved_search where member_id = $1",
    ),
];

/// Rows that say what somebody does and hold no words: they go with their person.
pub const ROWS: &[&str] = &[
    "insert into import_key (community_id, key_mark, member_id) select community_id, decode(md5(id::text), 'hex'), id from member where id = $1
     on conflict do nothing",
    "insert into outing_place (community_id, listing_id, member_id, state, came_at)
     select l.community_id, l.id, m.id, 'coming', now() - interval '1 hour'
     from member m join listing l on l.community_id = m.community_id and l.author_id <> m.id and l.kind = 'outing' where m.id = $1
     on conflict do nothing",
    "insert into circle_offer (community_id, circle_id, member_id, offered_at)
     select m.community_id, c.id, m.id, now()
     from member m join circle c on c.community_id = m.community_id
         and not exists (select from circle_offer o where o.community_id = c.community_id and o.circle_id = c.id)
     where m.id = $1 limit 1",
    "insert into calendar_feed (community_id, member_id, number, token_hash, made_at, generation)
     select community_id, id, 1, sha256(id::text::bytea), now(), 0 from member where id = $1",
    "insert into listing_seen (community_id, member_id, listing_id, seen_at)
     select l.community_id, m.id, l.id, now()
     from member m join listing l on l.community_id = m.community_id and l.author_id <> m.id where m.id = $1
     on conflict do nothing",
    "insert into saved_search_hit (community_id, search_id, listing_id, found_at, told_at)
     select s.community_id, s.id, l.id, now(), now()
     from saved_search s join listing l on l.community_id = s.community_id and l.author_id <> s.member_id where s.member_id = $1",
    "insert into totp (id, account_id, secret, created_at, confirmed_at, removed_at)
     select gen_random_uuid(), account_id, '', now(), now(), now() from member where id = $1",
    "insert into recovery_code (account_id, mark, created_at, used_at)
     select account_id, 'used', now(), now() from member where id = $1 on conflict do nothing",
    "insert into passkey_challenge (community_id, id, purpose, account_id, asker_hash, state, created_at, expires_at)
     select community_id, gen_random_uuid(), 'add', account_id, '', '{}', now(), now() + interval '1 day' from member where id = $1",
];

/// Written by or about anybody else.
pub const OTHERS: &[&str] = &[
    "update member set name = 'autre-nom', about = 'autre-moi' where id <> $1",
    "update message set body = 'autre-message' where author_id <> $1",
    "update sponsorship set sentence = 'autre-parole' where sponsor_id <> $1",
    "update sponsorship set note = 'autre-mot' where applicant_id <> $1",
    "update meeting set town = 'autre-ville', note = 'autre-note' where applicant_id <> $1",
    "insert into meeting_line (community_id, id, meeting_id, author_id, body, written_at)
     select t.community_id, gen_random_uuid(), t.id, t.host_id, 'autre-ligne', now() from meeting t where t.applicant_id = $1 and t.host_id <> $1",
    "insert into rota (community_id, member_id, town, town_key, in_person, by_video, a_month, joined_at)
     select community_id, id, 'autre-tour', 'autre-tour', true, false, 1, now() from member where id <> $1
     on conflict (community_id, member_id) do update set town = excluded.town, town_key = excluded.town_key",
];
