# Bulletins: what the organisation says, without comments.

bulletin-title = Official information
bulletin-lead = What those who run this community have to say. It is not commented on; write to them if you have a question.
bulletin-none = Nothing has been announced yet
bulletin-none-text = Official information will stand here.
bulletin-by = { $organisation }, { $day }.
bulletin-edited = Changed on { $day }.
bulletin-new-title = Write a bulletin
bulletin-edit-title = Change the bulletin
bulletin-write-lead = It is read in the organisation’s name, by members and, if the rules say so, by those who wait to come in.
bulletin-field-title = Title
bulletin-field-body = Text
bulletin-field-body-hint = An empty line separates two paragraphs.
bulletin-publish = Publish
bulletin-edit = Change
bulletin-take-down = Take down
bulletin-written = The bulletin is published.
bulletin-changed = The bulletin is changed.
bulletin-taken-down = The bulletin is taken down.
bulletin-all = All official information
bulletin-sample-title-1 = Town hall closed on Friday
bulletin-sample-body-1 = The counter is closed on Friday the 27th for works. Papers can be dropped in the letter box, as usual.
bulletin-sample-title-2 = Help with heating bills
bulletin-sample-body-2 = The département pays part of the winter’s bill. The form is at the town hall; somebody helps you to fill it in on Tuesdays.
bulletin-sample-end = For any question: the counter, from 9 to 12.
