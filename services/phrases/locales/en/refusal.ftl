# One sentence per refusal code: refusal-<code in lower case, dashed>.

refusal-other = This could not be accepted.
refusal-not-found = We cannot find this.
refusal-forbidden = You may not do this.
refusal-fault = Something broke on our side. Try again in a minute.
refusal-too-many = A little too often. Wait a few minutes, then try again.
refusal-address-invalid = An address looks like name@example.com. Check what stands around the @.
refusal-page-gone = This page was open for too long. Start again from the beginning.
