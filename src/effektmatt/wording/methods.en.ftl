## What is measured, as it stands in a table

measure-share = share
measure-share-improved = share who improved
measure-share-improved-any = share who improved at all
measure-share-improved-step = share who improved by at least one step
measure-share-improved-reliable = share with a reliable improvement
