members-title = Members
members-lead = Everybody here is vouched for by others. Open a page to see how you are linked.
members-search = Find somebody
members-search-hint = A first name, a surname or a town.
members-since = here since { $when }
members-founder = Founder
members-role-editor = Publishes information
members-role-steward = Looks after the community
members-role-owner = Runs the community
members-empty-title = Nobody yet
members-empty-text = As soon as somebody comes in, their name appears here.
members-none-title = Nobody fits
members-none-text = Try a single word, a first name or a town.
members-to-vouching = Invite and vouch
members-back = All members
members-no-about = { $name } has not written an introduction yet.
members-edit-mine = Edit my page
members-listings = { $name }’s listings
members-no-listings = No listing at the moment.
members-tie-title = How you are linked
members-entry-title = How { $name } came in
members-entry-sponsors = { $n ->
    [one] One sponsorship,
   *[other] { $n } sponsorships,
} { $paths ->
    [one] by one path from the founders.
   *[other] by { $paths } separate paths from the founders.
}
members-entry-domain = Welcomed by rule: the e-mail address comes from a domain that the organisation lets in.
members-entry-office = Welcomed by the team.
members-entry-when = ({ $when })
members-entry-paths = See the paths
members-entry-paths-how = Each path begins with a founder and leads to { $name }. No two paths have anybody in common.
members-entry-gone = somebody who is not named here
members-entry-check = Check again
members-entry-holds = Checked: the paths were true at the moment of the decision.
members-entry-fails = Take care: these paths do not match the sponsorships of that day. Tell the operator.
members-judge-title = For the team
members-judge-suspended = This person is suspended. They can sign in, but see nothing of the community.
members-judge-reinstate = End the suspension
members-judge-reason = Why
members-role-title = Role in the community
members-role-which = What this person does
members-role-none = No particular role
members-role-give = Give this role
members-sample-about = A retired postman. I know every path, and I have a trailer.
members-judge-look = Before you decide, you will see who would be touched.
members-judge-put-out = Suspend or exclude { $name }
members-endorse = Vouch for { $name }
