# For whom a listing is.

audience-title = Who should see it?
audience-ask = Who sees it?
audience-hint = You can always show it to more people later, never to fewer.
audience-everyone = Everybody here
audience-everyone-more = All members, and whoever joins later.
audience-friends = People close to me
audience-friends-more = Whoever vouched for you or you for them, those they are tied to in the same way, and the team.
audience-group = My group “{ $group }”
audience-group-more = Whoever is in it, and the team. Others do not know that it exists.
audience-group-not-in = You are not in this group. For now only the team will see your listing; choose another answer if you like.
audience-stewards = The team only
audience-stewards-more = Stewards look for help quietly. Nobody else sees it.
audience-stewards-may = The team first
audience-stewards-may-more = Stewards may then show it to everybody if that helps.
audience-stewards-then = The team first, everybody after two days
audience-stewards-then-more = Stewards may show it to everybody sooner.

audience-tag-friends = Friends of friends
audience-tag-group = { $group }
audience-tag-stewards = The team

audience-mine-everyone = Everybody here sees this listing.
audience-mine-friends = People two vouches away from you and the team see this listing. Others do not know that it exists.
audience-mine-group = Whoever is in “{ $group }” and the team see this listing. Others do not know that it exists.
audience-mine-stewards = The team alone sees this listing. Others do not know that it exists.
audience-mine-may = The team sees this listing, and may show it to everybody. Until then others do not know that it exists.
audience-mine-then = The team sees this listing; two days after it was published, everybody does. The team may show it sooner.
audience-read-friends = { $name } shows this to people close to them, and to the team. Keep it between you.
audience-read-group = { $name } shows this to the group “{ $group }” and to the team. Keep it between you.
audience-read-stewards = { $name } shows this to the team. Keep it between you.
audience-read-then = { $name } shows this to the team first; two days after it was published, everybody sees it.

audience-never-fewer = A listing can be shown to more people, never to fewer: whoever has read it cannot be made to forget it.
audience-as-it-is = Leave it as it is
audience-widen = Show it to more people
audience-widen-now = Show it
audience-choose = Choose who should see it from now on.
audience-widened = More people see your listing now.
audience-pass-on = Show it to everybody
audience-pass-on-hint = { $name } said that the team may. They are told, and the journal keeps it.
audience-passed-on = Everybody sees this listing now.
audience-kept = { $name } did not say that the team may show it to others: ask them if you think it would help.
