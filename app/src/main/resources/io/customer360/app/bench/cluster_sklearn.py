"""The same data, starts and parameters through scikit-learn. One JSON document on standard output.

usage: cluster_sklearn.py CASE FOLDER ROWS COLUMNS [k=v ...]
reads  FOLDER/data.f64 (little endian, row by row), FOLDER/start.f64 for kmeans
writes FOLDER/sklearn.i32 (the labels)
"""
import json
import resource
import sys
import time

import numpy as np
import sklearn


def main():
    case, folder, rows, columns = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    options = dict(pair.split("=") for pair in sys.argv[5:])
    x = np.fromfile(folder + "/data.f64", "<f8").reshape(rows, columns)
    runs = int(options.get("runs", 1))
    k = int(options.get("k", 8))
    seconds = []
    for _ in range(runs):
        model = make(case, folder, columns, k, options)
        begun = time.perf_counter()
        labels = model.fit_predict(x) if case != "gmm" else model.fit(x)
        seconds.append(time.perf_counter() - begun)
    out = {"version": sklearn.__version__, "seconds": sorted(seconds)[len(seconds) // 2]}
    if case == "gmm":
        labels = model.predict(x)
        out["score"] = float(model.score(x))
        out["iterations"] = int(model.n_iter_)
    if case == "kmeans":
        out["score"] = float(model.inertia_)
        out["iterations"] = int(model.n_iter_)
    out["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 // 1000000
    np.asarray(labels, "<i4").tofile(folder + "/sklearn.i32")
    print(json.dumps(out))


def make(case, folder, columns, k, options):
    if case == "kmeans":
        from sklearn.cluster import KMeans

        start = np.fromfile(folder + "/start.f64", "<f8").reshape(k, columns)
        return KMeans(k, init=start, n_init=1, max_iter=20, tol=0, algorithm="lloyd")
    if case == "dbscan":
        from sklearn.cluster import DBSCAN

        return DBSCAN(eps=float(options["eps"]), min_samples=int(options["min_points"]))
    if case == "hdbscan":
        from sklearn.cluster import HDBSCAN

        return HDBSCAN(min_cluster_size=int(options["min_cluster_size"]), copy=True)
    if case in ("ward", "average", "complete"):
        from sklearn.cluster import AgglomerativeClustering

        return AgglomerativeClustering(k, linkage=case)
    if case == "gmm":
        from sklearn.mixture import GaussianMixture

        return GaussianMixture(k, random_state=7)
    raise SystemExit("no case " + case)


if __name__ == "__main__":
    main()
