# The searches that a member keeps, and what they find.

searches-title = My searches
searches-lead = As soon as somebody publishes what you are looking for, we tell you.
searches-none-title = No saved search
searches-none-text = Search the listings, then choose “Save this search”.
searches-none-act = See the listings
searches-kept = Your saved searches
searches-keep = Save this search
searches-keep-lead = We compare it with every new listing. You can pause or delete it whenever you like.
searches-keep-what = What you are looking for
searches-keep-yes = Save
searches-name = Its name, for you alone
searches-news = Where to tell you
searches-news-app = Here only, in my notifications
searches-news-daily = Here, and in one letter a day when there is something new
searches-news-weekly = Here, and in one letter a week when there is something new
searches-news-hour = Letters leave at the hour chosen in your settings.
searches-news-stopped = You have stopped these letters: to get them again, tick them in your settings.
searches-everything = All listings
searches-quoted = “{ $words }”
searches-fresh = { $n ->
    [0] Nothing new in the last seven days
    [one] One listing found in the last seven days
   *[other] { $n } listings found in the last seven days
}
searches-paused = Paused
searches-open = See the list
searches-found = What it has found
searches-found-none = Nothing yet. We compare every new listing.
searches-settings = Change it
searches-pause = Pause it
searches-delete = Delete
searches-delete-what = Delete “{ $name }”
searches-delete-sure = Yes, delete
searches-delete-text = It finds nothing any more, and what it found is no longer kept.
searches-saved = Saved. We will tell you what it finds.
searches-changed = Saved.
searches-deleted = This search is deleted.
searches-all = All my searches
searches-sample-bike = Bicycles near home
searches-sample-words = bicycle
searches-sample-garden = Garden
searches-almost = No listing has “{ $typed }”. Here is “{ $meant }”.
